import { MAX_ROWS } from '#lib/contract/fields.ts';
import { oneOffAnswer, oneOffBody } from '#lib/contract/oneOff.ts';
import { takeOneOff } from '#lib/ingest/takeOneOff.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';

export function addOneOffRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/one-off-revenue',
      summary: `Take up to ${MAX_ROWS} rows of revenue that does not recur; all of them or none`,
      scope: 'ingest',
      body: oneOffBody,
      answers: { 200: { description: 'All rows were taken', schema: oneOffAnswer } },
    },
    async (call) =>
      once(call, async (tx) => {
        const data = await takeOneOff(tx, call.org, call.body, call.deps.now());
        return { status: 200, body: { data } };
      }),
  );
}
