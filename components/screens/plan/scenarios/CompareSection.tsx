'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { useErrorText } from '../../useErrorText.ts';
import type { PlanPart } from '../planPart.ts';
import { CompareBeside } from './CompareBeside.tsx';
import { MOST_BESIDE } from './mostBeside.ts';

const Comparison = dynamic(() => import('./Comparison.tsx').then((one) => one.Comparison), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

const NONE: readonly Scenario[] = [];

/** The plan on the page beside up to two saved ones, and the difference of each. */
export function CompareSection(part: PlanPart) {
  const { facts, state, onChange } = part;
  const t = useTranslations('scenarios.compare');
  const errorText = useErrorText();
  const query = useQuery(scenariosOptions(facts.slug));
  const scenarios = query.data?.data.scenarios ?? NONE;
  // Kept while nothing of it changes: another list would be reckoned and drawn anew.
  const beside = useMemo(() => {
    const ids = [...new Set(state.beside)];
    const chosen = ids.flatMap((id) => scenarios.find((one) => one.id === id) ?? []);
    return chosen.slice(0, MOST_BESIDE);
  }, [scenarios, state.beside]);
  const current = scenarios.find(({ id }) => id === state.scenario);
  if (query.data && beside.length > 0) {
    const name = current?.name ?? t('this');
    return <Comparison part={part} name={name} scenarios={scenarios} beside={beside} />;
  }
  return (
    <section aria-labelledby="plan-compare">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <h2 id="plan-compare" className="mr-2 text-lg font-semibold tracking-tight">
          {t('title')}
        </h2>
        <CompareBeside scenarios={scenarios} beside={[]} onChange={onChange} />
      </div>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton className="h-6" />
      ) : (
        <p className="max-w-[62rem] text-sm text-pretty text-ink-2">
          {t(scenarios.length === 0 ? 'empty' : 'none')}
        </p>
      )}
    </section>
  );
}
