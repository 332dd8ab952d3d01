import { segmentsAnswer } from '#lib/contract/segments.ts';
import { getSegments } from '#lib/reports/getSegments.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addSegmentsRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/segments',
      summary: 'Segments as they were written, whatever the rule makes of them',
      scope: 'read',
      answers: { 200: { description: 'The values', schema: segmentsAnswer } },
    },
    async ({ deps, org }) => {
      return { status: 200, body: { data: await getSegments({ pool: deps.pool, org }) } };
    },
  );
}
