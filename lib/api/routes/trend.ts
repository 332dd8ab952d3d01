import { trendAnswer, trendParams } from '#lib/contract/trend.ts';
import { getTrend } from '#lib/reports/getTrend.ts';
import { toTrendQuery } from '#lib/reports/trendQuery.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addTrendRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/trend',
      summary: 'A conversion or the entries into a stage, by day, week, month or quarter',
      scope: 'read',
      query: trendParams,
      answers: { 200: { description: 'The points', schema: trendAnswer } },
    },
    async ({ deps, org, query }) => {
      const body = await getTrend({ pool: deps.pool, org }, toTrendQuery(query), deps.now());
      return { status: 200, body };
    },
  );
}
