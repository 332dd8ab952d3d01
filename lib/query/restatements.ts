import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Restatements } from '#lib/contract/restatements.ts';
import { callApi } from './callApi.ts';

/** Figures of past weeks that changed since a moment; null asks nothing. */
export function restatementsOptions(org: string, since: string | null) {
  return queryOptions({
    queryKey: ['restatements', org, since] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: Restatements }>({
        ...{ org, path: '/restatements', signal },
        params: { since: since ?? '' },
      }),
    select: (answer) => answer.data,
    enabled: since !== null,
    placeholderData: keepPreviousData,
  });
}
