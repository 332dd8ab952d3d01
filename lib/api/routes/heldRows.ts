import { z } from 'zod';
import { heldAnswer } from '#lib/contract/heldRows.ts';
import { getHeldRows } from '#lib/reports/getHeldRows.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

/** GET /imports/{id}/held: why rows were held back; the whole list is `rejects.csv`. */
export function addHeldRowsRoute(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/imports/{id}/held',
      summary: 'The quarantined rows of an import by code, the first rows of each',
      params: z.strictObject({ id: z.uuid() }),
      scope: 'read',
      answers: { 200: { description: 'Codes with their first rows', schema: heldAnswer } },
    },
    async ({ deps, org, params }) => {
      const data = await getHeldRows({ pool: deps.pool, org }, params.id);
      return { status: 200, body: { data } };
    },
  );
}
