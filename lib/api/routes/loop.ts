import { loopAnswer, loopParams } from '#lib/contract/loop.ts';
import { getLoop, toLoopQuery } from '#lib/reports/getLoop.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addLoopRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/loop',
      summary: 'The loop: ARR by period, trailing retention, start cohorts, the renewal book',
      scope: 'read',
      query: loopParams,
      answers: { 200: { description: 'The loop', schema: loopAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getLoop({ pool: deps.pool, org }, toLoopQuery(query), deps.now());
      return { status: 200, body };
    },
  );
}
