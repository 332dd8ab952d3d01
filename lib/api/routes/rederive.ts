import { rederiveAnswer, rederiveParams } from '#lib/contract/rederive.ts';
import { getRederive } from '#lib/reports/getRederive.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addRederiveRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/rederive',
      summary: 'Changes of settings: how far those on their way are, and the last ones',
      scope: 'read',
      query: rederiveParams,
      answers: { 200: { description: 'The changes', schema: rederiveAnswer } },
    },
    async ({ deps, org, query }) => {
      return { status: 200, body: { data: await getRederive({ pool: deps.pool, org }, query) } };
    },
  );
}
