import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DataHealth } from '#lib/contract/dataHealth.ts';
import { callApi } from './callApi.ts';

export function dataHealthOptions(org: string, span: { from: string; to: string }) {
  return queryOptions({
    queryKey: ['data-health', org, span] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: DataHealth }>({ org, path: '/data-health', params: span, signal }),
    select: (answer) => answer.data,
    placeholderData: keepPreviousData,
  });
}
