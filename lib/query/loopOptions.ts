import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LoopPageAnswer } from '#lib/contract/loop.ts';
import { callApi } from './callApi.ts';

/** The loop of one question; the last answer stays in sight while the next is on its way. */
export function loopOptions(org: string, params: Record<string, string>) {
  return queryOptions({
    queryKey: ['loop', org, params],
    queryFn: ({ signal }) => callApi<LoopPageAnswer>({ org, path: '/loop', params, signal }),
    placeholderData: keepPreviousData,
  });
}
