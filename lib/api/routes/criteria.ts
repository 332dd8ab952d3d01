import { criteriaAnswer, criteriaParams, criterionBody } from '#lib/contract/criteria.ts';
import { getCriteria } from '#lib/reports/getCriteria.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { addCriterion } from '#lib/store/stageCriteria.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

const answers = { 200: { description: 'The criteria of each stage', schema: criteriaAnswer } };

export function addCriteriaRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/criteria',
      summary: 'Own entry criteria of the stages, as in force on a day',
      scope: 'read',
      query: criteriaParams,
      answers,
    },
    async ({ deps, org, query }) => {
      const body = await getCriteria({ pool: deps.pool, org }, query.on ?? null, deps.now());
      return { status: 200, body };
    },
  );
  addRoute(
    api,
    {
      method: 'put',
      path: '/criteria',
      summary: 'Give a stage an own entry criterion from a day on; earlier days keep theirs',
      scope: 'ingest',
      body: criterionBody,
      answers,
    },
    async ({ deps, org, body }) => {
      const now = deps.now();
      await inOrg(deps.pool, org.id, 'write', (tx) => addCriterion(tx, { ...body, now }));
      return { status: 200, body: await getCriteria({ pool: deps.pool, org }, null, now) };
    },
  );
}
