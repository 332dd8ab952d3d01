'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordRow } from '#lib/contract/records.ts';
import { RECORDS_PAGE, recordsOptions } from '#lib/query/recordsOptions.ts';

/** The rows of a list of any length: only the pages in sight are asked for. */
export function useRecordRows(org: string, params: Record<string, string>) {
  const [pages, setPages] = useState<readonly number[]>([]);
  const head = useQuery(recordsOptions(org, params, 0));
  // Later pages are asked as of the first one, so that rows that arrive meanwhile move nothing.
  const asOf = head.data?.meta.as_of ?? '';
  const end = (head.data?.data.count ?? 0) / RECORDS_PAGE;
  const wanted =
    asOf === '' || head.isPlaceholderData ? [] : pages.filter((page) => page > 0 && page < end);
  const more = useQueries({
    queries: wanted.map((page) => recordsOptions(org, { ...params, as_of: asOf }, page)),
  });
  const loaded = new Map(wanted.map((page, index) => [page, more[index]?.data?.data.rows]));
  const rowAt = (index: number): RecordRow | undefined => {
    const page = Math.floor(index / RECORDS_PAGE);
    const rows = page === 0 ? head.data?.data.rows : loaded.get(page);
    return rows?.[index % RECORDS_PAGE];
  };
  const look = (first: number, last: number) => {
    const from = Math.floor(first / RECORDS_PAGE);
    // Half a page ahead, so that slow scrolling meets no gap.
    const to = Math.floor((last + RECORDS_PAGE / 2) / RECORDS_PAGE);
    const next = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    setPages((known) => (known.join() === next.join() ? known : next));
  };
  return {
    count: head.data?.data.count ?? null,
    error: head.error ?? more.find((one) => one.error)?.error ?? null,
    stale: head.isPlaceholderData,
    rowAt,
    look,
    retry: () => {
      head.refetch();
      for (const one of more) if (one.error) one.refetch();
    },
  };
}
