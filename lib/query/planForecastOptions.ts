import { queryOptions } from '@tanstack/react-query';
import type { PlanForecastAnswer } from '#lib/contract/planForecast.ts';
import { callApi } from './callApi.ts';
import { planTrackOptions } from './planTrackOptions.ts';

const MINUTES = 60_000;

/** Where the fiscal year ends; asked anew with what stands beside it. */
export function planForecastOptions(org: string, weeks: number) {
  return queryOptions({
    queryKey: [...planTrackOptions(org).queryKey, 'forecast', weeks] as const,
    staleTime: 5 * MINUTES,
    queryFn: ({ signal }) =>
      callApi<PlanForecastAnswer>({
        ...{ org, path: '/plans/forecast', signal },
        params: { weeks: String(weeks) },
      }),
  });
}
