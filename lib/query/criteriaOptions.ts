import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CriteriaAnswer, CriterionBody } from '#lib/contract/criteria.ts';
import { callApi } from './callApi.ts';

/** The entry criteria in force on a day; null means today. */
export function criteriaOptions(org: string, on: string | null) {
  return queryOptions({
    queryKey: ['criteria', org, on] as const,
    queryFn: ({ signal }) =>
      callApi<CriteriaAnswer>({
        org,
        path: '/criteria',
        params: on === null ? {} : { on },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export async function putCriterion(org: string, body: CriterionBody): Promise<CriteriaAnswer> {
  return callApi({ org, path: '/criteria', method: 'PUT', body });
}
