import { queryOptions } from '@tanstack/react-query';
import type { SegmentsAnswer } from '#lib/contract/segments.ts';
import { callApi } from './callApi.ts';

/** The segments as they were written. */
export function segmentsOptions(org: string) {
  return queryOptions({
    queryKey: ['segments', org] as const,
    queryFn: ({ signal }) => callApi<{ data: SegmentsAnswer }>({ org, path: '/segments', signal }),
    select: (answer) => answer.data,
  });
}
