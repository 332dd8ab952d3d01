import { queryOptions } from '@tanstack/react-query';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { callApi } from './callApi.ts';

/** The published plan of the fiscal year against what came. */
export function planTrackOptions(org: string) {
  return queryOptions({
    queryKey: ['planTrack', org] as const,
    queryFn: ({ signal }) => callApi<PlanTrackAnswer>({ org, path: '/plans/track', signal }),
  });
}
