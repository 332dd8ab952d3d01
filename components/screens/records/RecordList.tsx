'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { recordsOptions } from '#lib/query/recordsOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { useErrorText } from '../useErrorText.ts';
import { RecordTable } from './RecordTable.tsx';

type Props = {
  org: string;
  params: Record<string, string>;
  /** The number in the chart. */
  count: number | null;
  format: Format;
  onOpen: (recordId: string) => void;
};

export function RecordList({ org, params, count, format, onOpen }: Props) {
  const t = useTranslations('records');
  const [sort, setSort] = useState('-entered_at');
  const query = useInfiniteQuery(recordsOptions(org, { ...params, sort }));
  const errorText = useErrorText();
  if (query.error) {
    return (
      <div className="p-5">
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      </div>
    );
  }
  if (!query.data) {
    return (
      <div className="grid gap-2 p-5">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} className="h-8" />
        ))}
      </div>
    );
  }
  const rows = query.data.pages.flatMap((page) => page.data.rows);
  if (rows.length === 0) return <p className="p-5 text-ink-2">{t('none')}</p>;
  const differs = !query.hasNextPage && count !== null && rows.length !== count;
  return (
    <>
      {differs && (
        <p role="alert" className="border-b border-line px-5 py-2 text-sm text-warn-600">
          {t('differs', { listed: format.count(rows.length), n: format.count(count) })}
        </p>
      )}
      <RecordTable
        rows={rows}
        sort={sort}
        format={format}
        onSort={setSort}
        onOpen={onOpen}
        onNearEnd={() => query.hasNextPage && !query.isFetching && query.fetchNextPage()}
      />
      {query.hasNextPage && count !== null && (
        <p className="border-t border-line px-5 py-2 text-xs text-ink-2" aria-live="polite">
          {t('partly', { loaded: format.count(rows.length), n: format.count(count) })}
        </p>
      )}
    </>
  );
}
