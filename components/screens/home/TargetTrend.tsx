'use client';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { targetTable } from '#lib/view/prepareTargets.ts';
import { metricRecords } from '#lib/view/records/metricRecords.ts';
import { sayMetric, type TrendMetric } from '#lib/view/trendMetric.ts';
import { useChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { useErrorText } from '../useErrorText.ts';
import { TargetFigure } from './TargetFigure.tsx';
import { TargetSentence } from './TargetSentence.tsx';
import { TrendControls } from './TrendControls.tsx';
import { useTargetHint } from './useTargetHint.ts';
import { useTargetTrend } from './useTargetTrend.ts';

type Props = {
  org: string;
  view: BowtieView;
  metric: TrendMetric;
  metrics: readonly TrendMetric[];
  state: HomeState;
  calendar: Calendar;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
};

/** A number over time beside what the plan asks: in each interval, or added up since it began. */
export function TargetTrend(props: Props) {
  const { org, view, metric, metrics, state, calendar, format, onChange } = props;
  const t = useTranslations('track.trend');
  const home = useTranslations('home.trend');
  const errorText = useErrorText();
  const figure = useRef<HTMLDivElement>(null);
  const told = useTargetTrend({ org, metric, state, calendar });
  const { dots, sum } = told;
  const hint = useTargetHint(metric, told);
  const notes = useChartNotes({ org, slots: dots, today: calendar.today, format });
  const say = (value: number | null) => sayMetric(metric, value, format);
  const since = (from: string) => (sum ? (told.plan?.start ?? from) : from);
  const open = ({ from, to }: { from: string; to: string }) =>
    onChange({
      open: metricRecords(metric, { from: since(from), to }),
      ...{ outcome: null, record: null },
    });
  return (
    <section aria-labelledby="trend" className="print-whole">
      <SectionHead
        id="trend"
        title={home('title')}
        hint={hint}
        show={state.trendShow}
        onShow={(trendShow) => onChange({ trendShow })}
        name={`${org}-trend-${metric.id.replace(':', '-')}${sum ? '-sum' : ''}`}
        table={told.ready ? () => targetTable(dots) : undefined}
        figure={state.trendShow === 'figure' ? figure : null}
        notes={notes}
      >
        <TrendControls
          view={view}
          metrics={metrics}
          chosen={metric.id}
          grain={state.grain}
          onChange={onChange}
        >
          {told.canSum && (
            <Segmented
              label={t('view')}
              value={sum ? 'sum' : 'each'}
              options={(['each', 'sum'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(pace) => onChange({ pace })}
            />
          )}
        </TrendControls>
      </SectionHead>
      <TargetSentence dots={dots} sum={sum} plan={told.plan} say={say} format={format} />
      {told.error ? (
        <ErrorState message={errorText(told.error)} onRetry={told.retry} />
      ) : !told.ready ? (
        <Skeleton className="h-75" />
      ) : (
        <div
          ref={figure}
          aria-busy={told.busy}
          className={cx('transition-opacity', told.stale && 'opacity-50')}
        >
          <TargetFigure
            dots={dots}
            metric={metric}
            state={state}
            notes={notes}
            format={format}
            onOpen={open}
          />
        </div>
      )}
      {notes.legend}
    </section>
  );
}
