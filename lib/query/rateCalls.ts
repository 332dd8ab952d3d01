import { queryOptions } from '@tanstack/react-query';
import type { RatesAnswer, RatesTaken } from '#lib/contract/rates.ts';
import { callApi } from './callApi.ts';

export function ratesOptions(org: string) {
  return queryOptions({
    queryKey: ['rates', org],
    queryFn: ({ signal }) => callApi<RatesAnswer>({ org, path: '/rates', signal }),
  });
}

/** Answers when every amount is converted anew. */
export function putRates(org: string, csv: string): Promise<RatesTaken> {
  return callApi<RatesTaken>({ org, path: '/rates', method: 'PUT', body: { csv } });
}
