'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useText } from '#components/ui/useText.tsx';
import { trendOptions } from '#lib/query/trendOptions.ts';
import { chosenTrend } from '#lib/view/chosenTrend.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type HomeState, trendParamsOf } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { prepareTrend, trendTable } from '#lib/view/prepareTrend.ts';
import { trendRecords } from '#lib/view/records/trendRecords.ts';
import { stageName } from '#lib/view/text.ts';
import type { TrendMetric } from '#lib/view/trendMetric.ts';
import { useChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { useErrorText } from '../useErrorText.ts';
import { TrendControls } from './TrendControls.tsx';
import { TrendTable } from './TrendTable.tsx';

const TrendChart = dynamic(
  () => import('#components/charts/TrendChart.tsx').then((module) => module.TrendChart),
  { ssr: false, loading: () => <Skeleton className="h-70" /> },
);

const NO_CHOICE = { id: '', matured: null };

type Props = {
  org: string;
  view: BowtieView;
  /** Numbers that can be chosen instead of a conversion. */
  metrics?: readonly TrendMetric[];
  state: HomeState;
  calendar: Calendar;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
};

/** One conversion over time, by the time of entry. */
export function TrendSection(props: Props) {
  const { org, view, metrics = [], state, calendar, format, onChange } = props;
  const t = useTranslations('home');
  const { text } = useText();
  const figure = useRef<HTMLDivElement>(null);
  const chosen = chosenTrend(view, state.trend);
  const query = useQuery({
    ...trendOptions(org, trendParamsOf(state, calendar, chosen ?? NO_CHOICE)),
    enabled: chosen !== null,
  });
  const errorText = useErrorText();
  const dots = prepareTrend(query.data?.data.total.points ?? [], {
    asOf: query.data?.meta.as_of ?? '',
    usualDays: chosen?.days?.p75 ?? null,
  });
  const notes = useChartNotes({ org, slots: dots, today: calendar.today, format });
  if (chosen === null) return null;
  const names = { from: text(stageName(chosen.from)), to: text(stageName(chosen.to)) };
  return (
    <section aria-labelledby="trend" className="print-whole">
      <SectionHead
        id="trend"
        title={t('trend.title')}
        hint={
          state.clock === 'period'
            ? t('trend.hintPeriod')
            : chosen.matured
              ? t('trend.hint', { days: format.days(Math.ceil(chosen.matured.horizon_days)) })
              : t('trend.hintUnripe')
        }
        show={state.trendShow}
        onShow={(trendShow) => onChange({ trendShow })}
        name={`${org}-trend-${chosen.id.replace('>', '-')}`}
        table={() => trendTable(dots)}
        figure={state.trendShow === 'figure' ? figure : null}
        notes={notes}
      >
        <TrendControls
          view={view}
          metrics={metrics}
          chosen={chosen.id}
          grain={state.grain}
          onChange={onChange}
        />
      </SectionHead>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton className="h-70" />
      ) : (
        <div
          ref={figure}
          aria-busy={query.isFetching}
          className={cx('transition-opacity', query.isPlaceholderData && 'opacity-50')}
        >
          {state.trendShow === 'table' ? (
            <TrendTable
              dots={dots}
              notes={notes}
              label={t('trend.label', names)}
              format={format}
              onOpen={(dot, outcome) => onChange(trendRecords(chosen, dot, outcome, state.clock))}
            />
          ) : dots.every(({ solid, dotted }) => solid === null && dotted === null) ? (
            <p className="grid h-70 place-items-center rounded-xl border border-dashed border-line-strong text-ink-2">
              {t('trend.empty')}
            </p>
          ) : (
            <TrendChart
              dots={dots}
              grain={state.grain}
              flags={notes.flags}
              format={format}
              label={t('trend.label', names)}
            />
          )}
        </div>
      )}
      {notes.legend}
    </section>
  );
}
