'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import type { TargetDot } from '#lib/view/prepareTargets.ts';
import { metricName, sayMetric, type TrendMetric } from '#lib/view/trendMetric.ts';
import type { ChartNotes } from '../notes/useChartNotes.tsx';
import { TargetTable } from './TargetTable.tsx';

const TargetChart = dynamic(
  () => import('#components/charts/TargetChart.tsx').then((module) => module.TargetChart),
  { ssr: false, loading: () => <Skeleton className="h-75" /> },
);

type Props = {
  dots: readonly TargetDot[];
  metric: TrendMetric;
  state: HomeState;
  notes: ChartNotes;
  format: Format;
  onOpen: (dot: TargetDot) => void;
};

/** A number and its targets, drawn or as a table. */
export function TargetFigure({ dots, metric, state, notes, format, onOpen }: Props) {
  const t = useTranslations('track.trend');
  const { text } = useText();
  const label = t('label', { what: text(metricName(metric)) });
  const shared = {
    ...{ dots, label, format },
    say: (value: number | null) => sayMetric(metric, value, format),
  };
  if (state.trendShow === 'table') {
    return <TargetTable {...shared} notes={notes} onOpen={onOpen} />;
  }
  if (dots.every(({ value, target }) => value === null && target === null)) {
    return (
      <p className="grid h-75 place-items-center rounded-xl border border-dashed border-line-strong text-ink-2">
        {t('empty')}
      </p>
    );
  }
  return <TargetChart {...shared} kind={metric.kind} grain={state.grain} flags={notes.flags} />;
}
