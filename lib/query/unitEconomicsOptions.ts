import { queryOptions } from '@tanstack/react-query';
import type { UnitEconomicsAnswer } from '#lib/contract/unitEconomics.ts';
import { callApi } from './callApi.ts';

/** What each tier costs and earns, over the last twelve months. */
export function unitEconomicsOptions(org: string) {
  return queryOptions({
    queryKey: ['unitEconomics', org] as const,
    queryFn: ({ signal }) =>
      callApi<UnitEconomicsAnswer>({ org, path: '/plans/unit-economics', signal }),
  });
}
