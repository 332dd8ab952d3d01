import { queryOptions } from '@tanstack/react-query';
import type { RederiveAnswer } from '#lib/contract/rederive.ts';
import { callApi } from './callApi.ts';

const POLL = 1000;

/** Changed settings on their way; asked again until they are in. `known`: the page was told so. */
export function rederiveOptions(org: string, known = false) {
  return queryOptions({
    queryKey: ['rederive', org] as const,
    queryFn: ({ signal }) => callApi<{ data: RederiveAnswer }>({ org, path: '/rederive', signal }),
    select: (answer) => answer.data,
    enabled: ({ state }) => known || state.data?.data.rederiving === true,
    refetchInterval: ({ state }) => (state.data?.data.rederiving ? POLL : false),
    staleTime: 0,
  });
}

/** What a change would derive anew. */
export function rederivePreview(org: string) {
  return queryOptions({
    queryKey: ['rederive-preview', org] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: RederiveAnswer }>({
        org,
        path: '/rederive',
        params: { preview: 'true' },
        signal,
      }),
    select: (answer) => answer.data.records,
  });
}
