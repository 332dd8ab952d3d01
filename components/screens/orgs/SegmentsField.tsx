'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { segmentsOptions } from '#lib/query/segmentsOptions.ts';
import { targetsOf } from '#lib/view/orgs/nameRows.ts';
import type { RuleDraft } from '#lib/view/orgs/tidyRule.ts';
import { useErrorText } from '../useErrorText.ts';
import { SegmentBands } from './SegmentBands.tsx';
import { SegmentChoices } from './SegmentChoices.tsx';
import { SegmentNames } from './SegmentNames.tsx';

type Props = {
  slug: string;
  rule: RuleDraft;
  currency: string;
  /** Whether somebody tried to save: only then is what is left empty a fault. */
  tried: boolean;
  onChange: (rule: RuleDraft) => void;
};

/** What written segments count as, and which segment an amount tells where nobody says one. */
export function SegmentsField({ slug, rule, currency, tried, onChange }: Props) {
  const t = useTranslations('orgs.segments');
  const errorText = useErrorText();
  const hint = useId();
  const query = useQuery(segmentsOptions(slug));
  const list = useId();
  return (
    <fieldset id="segments" aria-describedby={hint} className="min-w-0 scroll-mt-4">
      <legend className="text-sm font-medium">{t('title')}</legend>
      <p id={hint} className="mt-1 text-xs text-pretty text-ink-3">
        {t('hint')}
      </p>
      <SegmentChoices id={list} segments={targetsOf(query.data?.written ?? [], rule)} />
      {query.error ? (
        <div className="mt-3">
          <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
        </div>
      ) : query.data ? (
        <SegmentNames
          written={query.data}
          names={rule.names}
          list={list}
          onChange={(names) => onChange({ ...rule, names })}
        />
      ) : (
        <Skeleton className="mt-3 h-44" />
      )}
      <SegmentBands
        bands={rule.bands}
        currency={currency}
        list={list}
        tried={tried}
        onChange={(bands) => onChange({ ...rule, bands })}
      />
    </fieldset>
  );
}
