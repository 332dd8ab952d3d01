import { accountAnswer, accountParams } from '#lib/contract/account.ts';
import { getAccount } from '#lib/reports/getAccount.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addAccountRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/accounts/{account_id}',
      summary: 'One customer: ARR over time, contracts, the stages of its records',
      scope: 'read',
      params: accountParams,
      answers: { 200: { description: 'The account', schema: accountAnswer } },
    },
    async ({ deps, org, params }) => {
      const body = await getAccount({ pool: deps.pool, org }, params.account_id, deps.now());
      return { status: 200, body };
    },
  );
}
