'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { CriterionAnswer } from '#lib/contract/criteria.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { criteriaOptions } from '#lib/query/criteriaOptions.ts';
import type { ExampleValues } from '#lib/view/definitions/exampleValue.ts';
import type { Metric } from '#lib/view/definitions/metrics.ts';
import { Contents } from './definitions/Contents.tsx';
import { CriterionDialog } from './definitions/CriterionDialog.tsx';
import { MetricList } from './definitions/MetricList.tsx';
import { SegmentDefinition } from './definitions/SegmentDefinition.tsx';
import { StageList } from './definitions/StageList.tsx';
import { definitionsSearch } from './definitionsSearch.ts';
import { useErrorText } from './useErrorText.ts';

type Props = { org: OrgAnswer; examples: Record<Metric, ExampleValues> };

/** What every stage and number means, in the wording that was in force on a day. */
export function DefinitionsScreen({ org, examples }: Props) {
  const t = useTranslations('definitions');
  const [{ on }, setSearch] = useQueryStates(definitionsSearch);
  const [edited, setEdited] = useState<CriterionAnswer | null>(null);
  const query = useQuery(criteriaOptions(org.slug, on));
  const errorText = useErrorText();
  const format = useFormat({ currency: org.currency, timeZone: org.time_zone });
  const answer = query.data?.data;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-8">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{t('pageTitle')}</h1>
      <p className="mt-2 max-w-[62rem] text-pretty text-ink-2">{t('intro')}</p>
      <div className="mt-6 flex flex-wrap items-end gap-3 print:hidden">
        <div className="w-56">
          <Field label={t('on')} hint={t('onHint')}>
            <Input
              type="date"
              value={on ?? answer?.today ?? ''}
              onChange={(event) => setSearch({ on: event.target.value || null })}
            />
          </Field>
        </div>
        {on !== null && <Button onClick={() => setSearch({ on: null })}>{t('today')}</Button>}
      </div>
      <Contents />
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : (
        answer && (
          <StageList org={org.name} criteria={answer.criteria} format={format} onEdit={setEdited} />
        )
      )}
      <SegmentDefinition org={org} format={format} />
      <MetricList examples={examples} format={format} />
      {edited && answer && (
        <CriterionDialog
          org={org.slug}
          criterion={edited}
          today={answer.today}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
