import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RecordsAnswer } from '#lib/contract/records.ts';
import { callApi } from './callApi.ts';

export const RECORDS_PAGE = 200;
/** A long list that was scrolled through need not stay in memory. */
const FORGET_MS = 30_000;

/** One page of the records behind a number; the first one tells how many there are. */
export function recordsOptions(org: string, params: Record<string, string>, page: number) {
  return queryOptions({
    queryKey: ['records', org, params, page] as const,
    queryFn: ({ signal }) => {
      const place = { limit: String(RECORDS_PAGE), offset: String(page * RECORDS_PAGE) };
      return callApi<RecordsAnswer>({
        org,
        path: '/records',
        params: { ...params, ...place },
        signal,
      });
    },
    gcTime: FORGET_MS,
    ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
  });
}
