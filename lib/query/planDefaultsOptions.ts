import { queryOptions } from '@tanstack/react-query';
import type { PlanDefaultsAnswer } from '#lib/contract/planDefaults.ts';
import { callApi } from './callApi.ts';

const MINUTES = 60_000;

/** Every input of a plan as the organization's own data has it. */
export function planDefaultsOptions(org: string, start: string, months: number) {
  const params = { start, months: String(months) };
  return queryOptions({
    queryKey: ['planDefaults', org, params],
    queryFn: ({ signal }) =>
      callApi<PlanDefaultsAnswer>({ org, path: '/plans/defaults', params, signal }),
    staleTime: 5 * MINUTES,
  });
}
