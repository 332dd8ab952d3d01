import { queryOptions } from '@tanstack/react-query';
import type { AccountAnswer } from '#lib/contract/account.ts';
import { callApi } from './callApi.ts';

export function accountOptions(org: string, accountId: string) {
  return queryOptions({
    queryKey: ['account', org, accountId],
    queryFn: ({ signal }) =>
      callApi<AccountAnswer>({ org, path: `/accounts/${encodeURIComponent(accountId)}`, signal }),
  });
}
