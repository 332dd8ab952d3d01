'use client';
import { type ReactNode, useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Metric } from '#lib/view/definitions/metrics.ts';
import type { Cell } from '#lib/view/toCsv.ts';
import { MetricHelp } from '../MetricHelp.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { useErrorText } from '../useErrorText.ts';

type Form = 'figure' | 'table';

type Props<T> = {
  id: string;
  title: string;
  hint: ReactNode;
  tools?: ReactNode;
  /** What its numbers are; each says its definition and formula. */
  metrics: readonly Metric[];
  org: string;
  /** A figure with its table twin; absent where the table is the figure. */
  show?: { value: Form; onChange: (value: Form) => void };
  file: { name: string; table: (data: T) => Cell[][] };
  query: {
    data: T | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  notes?: ChartNotes;
  /** Its answer is long: what follows must not stand in sight before it and be pushed away. */
  long?: boolean;
  children: (data: T) => ReactNode;
};

/** One question of the page: its words, its controls, its exports, and its answer when it comes. */
export function StageSection<T>(props: Props<T>) {
  const { id, title, hint, tools, metrics, org, show, file, query, notes, children } = props;
  const { long = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const errorText = useErrorText();
  const { data } = query;
  return (
    <section aria-labelledby={id} className="min-w-0 print-whole">
      <SectionHead
        id={id}
        title={title}
        hint={hint}
        {...(show ? { show: show.value, onShow: show.onChange } : {})}
        name={file.name}
        table={data === undefined ? undefined : () => file.table(data)}
        figure={show?.value === 'figure' ? box : null}
        notes={notes}
      >
        {tools}
      </SectionHead>
      <p className="-mt-2 mb-3 flex flex-wrap gap-x-4 print:hidden">
        {metrics.map((metric) => (
          <MetricHelp key={metric} metric={metric} org={org} to={null} />
        ))}
      </p>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : data === undefined ? (
        <Skeleton className={long ? 'h-200' : 'h-56'} />
      ) : (
        <div
          ref={box}
          aria-busy={query.isPlaceholderData}
          className={cx('transition-opacity', query.isPlaceholderData && 'opacity-50')}
        >
          {children(data)}
        </div>
      )}
      {notes?.legend}
    </section>
  );
}
