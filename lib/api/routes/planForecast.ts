import { planForecastAnswer, planForecastParams } from '#lib/contract/planForecast.ts';
import { getPlanForecast } from '#lib/reports/track/getPlanForecast.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

/** Where the year is going to end, and what changed that since last week. */
export function addPlanForecastRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/plans/forecast',
      summary: 'The ARR projected at the end of the fiscal year, by part, and why it moved',
      scope: 'read',
      query: planForecastParams,
      answers: { 200: { description: 'Parts, odds, weeks, causes', schema: planForecastAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getPlanForecast({ pool: deps.pool, org }, query, deps.now());
      return { status: 200, body };
    },
  );
}
