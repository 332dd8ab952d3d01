import { restatementAnswer, restatementParams } from '#lib/contract/restatements.ts';
import { getRestatements } from '#lib/ingest/restate/getRestatements.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addRestatementsRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/restatements',
      summary: 'Figures of past weeks that changed since a moment, and what brought the change',
      scope: 'read',
      query: restatementParams,
      answers: { 200: { description: 'The figures', schema: restatementAnswer } },
    },
    async ({ deps, org, query }) => {
      const data = await getRestatements({ pool: deps.pool, org }, query.since);
      return { status: 200, body: { data } };
    },
  );
}
