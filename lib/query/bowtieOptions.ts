import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import { callApi } from './callApi.ts';

type Params = Record<string, string>;

/** The bowtie of one question; the last answer stays in sight while the next is on its way. */
export function bowtieOptions(org: string, params: Params) {
  return queryOptions({
    queryKey: ['bowtie', org, params],
    queryFn: ({ signal }) => callApi<BowtieAnswer>({ org, path: '/bowtie', params, signal }),
    placeholderData: keepPreviousData,
  });
}
