import { bowtieAnswer } from '#lib/contract/bowtie.ts';
import { bowtieParams, toBowtieQuery } from '#lib/contract/query.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addBowtieRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/bowtie',
      summary: 'The whole bowtie of a period: stages, conversions, movements, loop',
      scope: 'read',
      query: bowtieParams,
      answers: { 200: { description: 'The bowtie', schema: bowtieAnswer } },
    },
    async ({ deps, org, query }) => {
      const context = { pool: deps.pool, org };
      const body = await getBowtie(context, toBowtieQuery(query), deps.now());
      return { status: 200, body };
    },
  );
}
