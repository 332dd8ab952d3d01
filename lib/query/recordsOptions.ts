import { infiniteQueryOptions } from '@tanstack/react-query';
import type { RecordsAnswer } from '#lib/contract/records.ts';
import { callApi } from './callApi.ts';

const PAGE = '200';

/** The records behind a number, page by page. */
export function recordsOptions(org: string, params: Record<string, string>) {
  return infiniteQueryOptions({
    queryKey: ['records', org, params],
    queryFn: ({ signal, pageParam }) =>
      callApi<RecordsAnswer>({
        org,
        path: '/records',
        params: { ...params, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.data.next_cursor,
  });
}
