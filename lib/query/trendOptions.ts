import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TrendAnswer } from '#lib/contract/trend.ts';
import { callApi } from './callApi.ts';

export function trendOptions(org: string, params: Record<string, string>) {
  return queryOptions({
    queryKey: ['trend', org, params],
    queryFn: ({ signal }) => callApi<TrendAnswer>({ org, path: '/trend', params, signal }),
    placeholderData: keepPreviousData,
  });
}
