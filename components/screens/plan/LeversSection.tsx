'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useText } from '#components/ui/useText.tsx';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { groupName } from '#lib/view/groupName.ts';
import { AGAINST } from '#lib/view/plan/leverWords.ts';
import { rankLevers } from '#lib/view/plan/rankLevers.ts';
import { SectionHead } from '../SectionHead.tsx';
import { useErrorText } from '../useErrorText.ts';
import { CompoundTable } from './CompoundTable.tsx';
import { LeverStory } from './LeverStory.tsx';
import { LeverTable } from './LeverTable.tsx';
import type { PlanPart } from './planPart.ts';
import { useLeverWords } from './useLeverWords.ts';
import { useMoves } from './useMoves.ts';

/** Where the next unit of effort brings most, and what seven small ones bring together. */
export function LeversSection(part: PlanPart) {
  const { facts, input, defaults, state, onChange } = part;
  const { against, rank } = state;
  const t = useTranslations('plan.levers');
  const { text } = useText();
  const errorText = useErrorText();
  const words = useLeverWords(part.format);
  const moves = useMoves(part, words);
  const year = Object.values(defaults.actual)[0];
  const span = { by: 'segment', from: year?.from ?? '', to: year?.to ?? '' };
  const pods = useQuery({
    ...stagesOptions(facts.slug, 'bottlenecks', span),
    enabled: against === 'pod' && year !== undefined,
  });
  const known = { ...defaults, pods: pods.data?.data.rows ?? [] };
  const rows = rankLevers(input, known, against, rank);
  const waits = against === 'pod' && pods.isLoading;
  const table = () => [
    [...words.heads, t('when'), t('within')],
    ...rows.map((row) => [
      ...[words.nameOf(row), text(groupName(row.segment)), row.rate, row.target, row.base],
      ...[Math.round(row.inYear), Math.round(row.threeYears), words.whenOf(row), row.within],
    ]),
  ];
  return (
    <section aria-labelledby="plan-levers">
      <SectionHead
        id="plan-levers"
        title={t('title')}
        hint={t('hint')}
        name={`${facts.slug}-plan-levers`}
        table={waits ? undefined : table}
      >
        <Segmented
          label={t('against')}
          value={against}
          options={AGAINST.map((value) => ({ value, label: t(`to.${value}`) }))}
          onChange={(next) => onChange({ against: next })}
        />
      </SectionHead>
      {against === 'pod' && pods.error ? (
        <ErrorState message={errorText(pods.error)} onRetry={() => pods.refetch()} />
      ) : waits ? (
        <Skeleton className="h-96" />
      ) : (
        <>
          <LeverStory part={part} rows={rows} moves={moves} words={words} />
          {rows.length > 0 && <LeverTable part={part} rows={rows} moves={moves} words={words} />}
        </>
      )}
      <CompoundTable {...part} />
    </section>
  );
}
