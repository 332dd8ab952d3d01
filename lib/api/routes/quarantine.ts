import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import {
  heldEdit,
  heldRowAnswer,
  quarantineAnswer,
  quarantineParams,
  replayAnswer,
  replayBody,
} from '#lib/contract/quarantine.ts';
import { getHeldRow, getQuarantine } from '#lib/ingest/replay/getQuarantine.ts';
import { mendRow } from '#lib/ingest/replay/heldCells.ts';
import { replayRows } from '#lib/ingest/replay/replayRows.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { editHeld } from '#lib/store/quarantine.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';

/** Rows that could not be taken: to look at, to mend, to try again. */
export function addQuarantineRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/quarantine',
      summary: 'Rows that were held back, by reason, source and import; or those that left since',
      scope: 'read',
      query: quarantineParams,
      answers: { 200: { description: 'One page of rows', schema: quarantineAnswer } },
    },
    async ({ deps, orgId, query }) => {
      return { status: 200, body: { data: await getQuarantine(deps.pool, orgId, query) } };
    },
  );
  addEdit(api);
  addRoute(
    api,
    {
      method: 'post',
      path: '/quarantine/replay',
      summary: 'Try held rows again with the time at which they came; up to 2,000 a call',
      scope: 'ingest',
      body: replayBody,
      answers: { 200: { description: 'What became of the rows', schema: replayAnswer } },
    },
    async (call) => {
      const { org, deps, body } = call;
      const { after = null, ...filter } = body;
      return once(call, async (tx) => {
        const data = await replayRows(tx, org, { filter, after }, deps.now());
        return { status: 200, body: { data } };
      });
    },
  );
}

function addEdit(api: Api): void {
  addRoute(
    api,
    {
      method: 'patch',
      path: '/quarantine/{id}',
      summary: 'Mend cells of a held row; what came is kept beside it',
      scope: 'ingest',
      params: z.strictObject({ id: z.uuid() }),
      body: heldEdit,
      answers: { 200: { description: 'The row as it is now', schema: heldRowAnswer } },
    },
    async ({ deps, orgId, params, body }) => {
      const answer = await inOrg(deps.pool, orgId, 'write', async (tx) => {
        const found = await getHeldRow(tx, params.id);
        if (found === null) throw new Refusal('not_found', 'there is no such row');
        const edited = mendRow(found.row, found.header, body.cells);
        if (await editHeld(tx, params.id, edited, deps.now())) {
          return (await getHeldRow(tx, params.id))?.answer;
        }
        throw new Refusal('conflict', 'the row has left the quarantine: it cannot be mended');
      });
      return { status: 200, body: { data: answer } };
    },
  );
}
