import { ratesAnswer, ratesBody, ratesTaken } from '#lib/contract/rates.ts';
import { loadRates } from '#lib/ingest/loadRates.ts';
import { readRates } from '#lib/ingest/readRates.ts';
import { getRates } from '#lib/reports/getRates.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

export function addRateRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/rates',
      summary: 'Every exchange rate, the latest first',
      scope: 'read',
      answers: { 200: { description: 'The rates', schema: ratesAnswer } },
    },
    async ({ deps, org }) => ({ status: 200, body: await getRates({ pool: deps.pool, org }) }),
  );
  addRoute(
    api,
    {
      method: 'put',
      path: '/rates',
      summary: 'Add exchange rates, or take the place of those of the same day and currency',
      scope: 'ingest',
      body: ratesBody,
      answers: { 200: { description: 'All are taken, and converted with', schema: ratesTaken } },
    },
    async ({ deps, org, body }) => {
      const data = await loadRates(deps.pool, org.id, readRates(body.csv), deps);
      return { status: 200, body: { data } };
    },
  );
}
