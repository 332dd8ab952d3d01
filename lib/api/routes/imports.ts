import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { importAnswer, importsAnswer } from '#lib/contract/ingest.ts';
import { eachReject, rejectHeader } from '#lib/ingest/run/rejects.ts';
import { toImportAnswer } from '#lib/ingest/run/toImportAnswer.ts';
import { findImport, type ImportRow, listImports, moveImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { enqueueImport } from '#lib/store/jobQueue.ts';
import { addRoute } from '../addRoute.ts';
import type { Api, ApiDeps } from '../context.ts';
import { csvLine } from '../csvLine.ts';
import { once } from '../once.ts';
import { streamCsv } from '../streamCsv.ts';

export const importParams = z.strictObject({ id: z.uuid() });
const oneImport = z.strictObject({ data: importAnswer });

export function addImportRoutes(api: Api): void {
  addReads(api);
  addMoves(api);
}

function addReads(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/imports',
      summary: 'The newest hundred imports',
      scope: 'read',
      answers: { 200: { description: 'Imports, the newest first', schema: importsAnswer } },
    },
    async ({ deps, orgId }) => {
      const found = await inOrg(deps.pool, orgId, 'read', (tx) => listImports(tx, 100));
      return { status: 200, body: { data: { imports: found.map(toImportAnswer) } } };
    },
  );
  addRoute(
    api,
    {
      method: 'get',
      path: '/imports/{id}',
      summary: 'How an import stands',
      scope: 'read',
      params: importParams,
      answers: { 200: { description: 'The import', schema: oneImport } },
    },
    async ({ deps, orgId, params }) => {
      return { status: 200, body: { data: toImportAnswer(await must(deps, orgId, params.id)) } };
    },
  );
  addRoute(
    api,
    {
      method: 'get',
      path: '/imports/{id}/rejects.csv',
      summary: 'The quarantined rows as they came, with line, code and message',
      scope: 'read',
      params: importParams,
      answers: { 200: { description: 'Rows', type: 'text/csv' } },
    },
    async ({ deps, orgId, params }) => {
      const one = await must(deps, orgId, params.id);
      return streamCsv('rejects.csv', async (write) => {
        await write(csvLine(rejectHeader(one)));
        await eachReject(deps.pool, orgId, one, (rows) => write(rows.map(csvLine).join('')));
      });
    },
  );
}

const MOVES = {
  cancel: { from: ['queued', 'running'], to: 'cancelled', summary: 'Stop; what was taken stays' },
  resume: { from: ['cancelled', 'failed'], to: 'queued', summary: 'Go on where it stopped' },
} as const;

function addMoves(api: Api): void {
  for (const name of ['cancel', 'resume'] as const) {
    const { from, to, summary } = MOVES[name];
    addRoute(
      api,
      {
        method: 'post',
        path: `/imports/{id}/${name}`,
        summary,
        scope: 'ingest',
        params: importParams,
        answers: { 200: { description: 'The import', schema: oneImport } },
      },
      async (call) => {
        const { deps, orgId, params } = call;
        const one = await must(deps, orgId, params.id);
        return once(call, async (tx) => {
          const finishedAt = to === 'cancelled' ? deps.now() : null;
          if (!(await moveImport(tx, one.id, from, { status: to, finishedAt }))) {
            throw new Refusal('conflict', `an import that is ${one.status} cannot ${name}`);
          }
          // A cancelled one too: a worker derives what it had taken.
          await enqueueImport(tx, one.id);
          const now = await findImport(tx, one.id);
          return { status: 200, body: { data: toImportAnswer(now ?? one) } };
        });
      },
    );
  }
}

async function must(deps: ApiDeps, orgId: string, id: string): Promise<ImportRow> {
  const found = await inOrg(deps.pool, orgId, 'read', (tx) => findImport(tx, id));
  if (found !== null) return found;
  throw new Refusal('not_found', 'there is no such import');
}
