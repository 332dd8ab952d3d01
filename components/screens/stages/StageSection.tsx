'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { Cell } from '#lib/view/toCsv.ts';
import { ExportMenu } from '../home/ExportMenu.tsx';
import { useErrorText } from '../useErrorText.ts';

type Form = 'figure' | 'table';

type Props<T> = {
  id: string;
  title: string;
  hint: ReactNode;
  tools?: ReactNode;
  /** A figure with its table twin; absent where the table is the figure. */
  show?: { value: Form; onChange: (value: Form) => void };
  file: { name: string; table: (data: T) => Cell[][] };
  query: {
    data: T | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  children: (data: T) => ReactNode;
};

/** One question of the page: its words, its controls, its exports, and its answer when it comes. */
export function StageSection<T>(props: Props<T>) {
  const { id, title, hint, tools, show, file, query, children } = props;
  const t = useTranslations('home.figure');
  const box = useRef<HTMLDivElement>(null);
  const errorText = useErrorText();
  const { data } = query;
  const forms = (['figure', 'table'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <section aria-labelledby={id} className="min-w-0 print-whole">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <h2 id={id} className="mr-2 text-lg font-semibold tracking-tight">
          {title}
        </h2>
        {tools}
        <div className="ml-auto flex gap-2 print:hidden">
          {show && <Segmented label={t('show')} options={forms} {...show} />}
          {data !== undefined && (
            <ExportMenu
              name={file.name}
              table={() => file.table(data)}
              figure={show?.value === 'figure' ? box : null}
            />
          )}
        </div>
      </div>
      <p className="mb-3 max-w-4xl text-sm text-ink-2">{hint}</p>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : data === undefined ? (
        <Skeleton className="h-56" />
      ) : (
        <div
          ref={box}
          aria-busy={query.isPlaceholderData}
          className={cx('transition-opacity', query.isPlaceholderData && 'opacity-50')}
        >
          {children(data)}
        </div>
      )}
    </section>
  );
}
