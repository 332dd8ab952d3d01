import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PlanTargetsAnswer } from '#lib/contract/planTargets.ts';
import { callApi } from './callApi.ts';

/** What the published plan asks of each period of a trend. */
export function planTargetsOptions(org: string, params: Record<string, string>) {
  return queryOptions({
    queryKey: ['planTargets', org, params],
    queryFn: ({ signal }) =>
      callApi<PlanTargetsAnswer>({ org, path: '/plans/targets', params, signal }),
    placeholderData: keepPreviousData,
  });
}
