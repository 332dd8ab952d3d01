import { dataHealthAnswer, dataHealthParams } from '#lib/contract/dataHealth.ts';
import { getDataHealth } from '#lib/reports/health/getDataHealth.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addDataHealthRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/data-health',
      summary: 'What came in from where, how fresh it is, and how far each stage can be trusted',
      scope: 'read',
      query: dataHealthParams,
      answers: { 200: { description: 'The answer', schema: dataHealthAnswer } },
    },
    async ({ deps, org, query }) => {
      const data = await getDataHealth({ pool: deps.pool, org }, query, deps.now());
      return { status: 200, body: { data } };
    },
  );
}
