import { planTargetsAnswer, planTargetsParams } from '#lib/contract/planTargets.ts';
import { planTrackAnswer, planTrackParams } from '#lib/contract/planTrack.ts';
import { getPlanTargets } from '#lib/reports/track/getPlanTargets.ts';
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
  addRoute(
    api,
    {
      method: 'get',
      path: '/plans/targets',
      summary: 'What the published plan asks of each period of a trend',
      scope: 'read',
      query: planTargetsParams,
      answers: { 200: { description: 'A target for each period', schema: planTargetsAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getPlanTargets({ pool: deps.pool, org }, query, deps.now());
      return { status: 200, body };
    },
  );
}
