import { planTrackAnswer, planTrackParams } from '#lib/contract/planTrack.ts';
import { getPlanTrack } from '#lib/reports/track/getPlanTrack.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

/** Whether what was planned comes. */
export function addPlanTrackRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/plans/track',
      summary: 'The published plan of the fiscal year against what came, to date and by month',
      scope: 'read',
      query: planTrackParams,
      answers: { 200: { description: 'Targets, actuals, where each is', schema: planTrackAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getPlanTrack({ pool: deps.pool, org }, query, deps.now());
      return { status: 200, body };
    },
  );
}
