import { arrAnswer, arrParams } from '#lib/contract/arr.ts';
import { getArr, toArrQuery } from '#lib/reports/getArr.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addArrRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/arr',
      summary: 'Recurring revenue by period: balances, movements, retention',
      scope: 'read',
      query: arrParams,
      answers: { 200: { description: 'The periods', schema: arrAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getArr({ pool: deps.pool, org }, toArrQuery(query), deps.now());
      return { status: 200, body };
    },
  );
}
