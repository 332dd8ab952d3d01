'use client';
import dynamic from 'next/dynamic';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { trendMetrics } from '#lib/view/trendMetric.ts';
import { TrendSection } from './TrendSection.tsx';

const TargetTrend = dynamic(
  () => import('./TargetTrend.tsx').then((module) => module.TargetTrend),
  { ssr: false, loading: () => <Skeleton className="h-105" /> },
);

type Props = {
  facts: HomeFacts;
  view: BowtieView;
  hasRevenue: boolean;
  state: HomeState;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
};

/** A conversion over time, or a number beside what the plan asks. */
export function HomeTrend({ facts, hasRevenue, ...rest }: Props) {
  const metrics = trendMetrics(facts.stages, hasRevenue);
  const metric = metrics.find(({ id }) => id === rest.state.trend);
  const shared = { ...rest, metrics, org: facts.slug, calendar: facts.calendar };
  return metric ? <TargetTrend {...shared} metric={metric} /> : <TrendSection {...shared} />;
}
