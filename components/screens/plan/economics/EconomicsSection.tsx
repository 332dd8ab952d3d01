'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useText } from '#components/ui/useText.tsx';
import { unitEconomicsOptions } from '#lib/query/unitEconomicsOptions.ts';
import { groupName } from '#lib/view/groupName.ts';
import { FIGURES, figureCell } from '#lib/view/plan/economicsTable.ts';
import { SectionHead } from '../../SectionHead.tsx';
import { useErrorText } from '../../useErrorText.ts';
import type { PlanPart } from '../planPart.ts';
import { EconomicsTable } from './EconomicsTable.tsx';
import { ReadinessList } from './ReadinessList.tsx';

/** What a customer of each tier costs to win, brings, and leaves: before anybody scales it. */
export function EconomicsSection({ facts, format }: PlanPart) {
  const t = useTranslations('plan.economics');
  const { text } = useText();
  const errorText = useErrorText();
  const query = useQuery(unitEconomicsOptions(facts.slug));
  const answer = query.data;
  const columns = answer ? [...answer.data.tiers, { ...answer.data.total, key: '' }] : [];
  const nameOf = (key: string) => (key === '' ? t('all') : text(groupName(key)));
  const table = () => [
    [t('what'), ...columns.map(({ key }) => nameOf(key))],
    ...FIGURES.map((figure) => [
      t(`figure.${figure}`),
      ...columns.map((one) => figureCell(one, figure, format).raw),
    ]),
  ];
  return (
    <section aria-labelledby="plan-economics">
      <SectionHead
        id="plan-economics"
        title={t('title')}
        hint={
          answer ? t('hint', { span: format.span(answer.meta.from, answer.meta.to) }) : t('wait')
        }
        name={`${facts.slug}-plan-economics`}
        table={answer ? table : undefined}
      />
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : answer === undefined ? (
        <Skeleton className="h-72" />
      ) : (
        <>
          {answer.data.tiers
            .filter(({ verdict }) => verdict === 'loss')
            .map(({ key }) => (
              <p
                key={key}
                className="mb-3 rounded-xl border border-warn-200 bg-warn-50 px-4 py-3 text-warn-700"
              >
                {t('loss', { tier: nameOf(key) })}
              </p>
            ))}
          <EconomicsTable columns={columns} meta={answer.meta} nameOf={nameOf} format={format} />
          <ReadinessList tiers={answer.data.tiers} nameOf={nameOf} format={format} />
        </>
      )}
    </section>
  );
}
