import { queryOptions } from '@tanstack/react-query';
import type { TimelineAnswer } from '#lib/contract/timeline.ts';
import { callApi } from './callApi.ts';

export function timelineOptions(org: string, recordId: string) {
  return queryOptions({
    queryKey: ['timeline', org, recordId],
    queryFn: ({ signal }) =>
      callApi<TimelineAnswer>({ org, path: `/records/${encodeURIComponent(recordId)}`, signal }),
  });
}
