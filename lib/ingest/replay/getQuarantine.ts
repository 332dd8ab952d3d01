import type { Pool } from 'pg';
import type { QuarantineAnswer, QuarantinedRow } from '#lib/contract/quarantine.ts';
import { countHeld, type HeldFacet, heldFacets, unknownStageRows } from '#lib/store/heldFacets.ts';
import { findImport, type ImportRow } from '#lib/store/imports.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import {
  findHeld,
  type HeldFilter,
  type HeldRow,
  type HeldState,
  listHeld,
} from '#lib/store/quarantine.ts';
import { heldCells } from './heldCells.ts';
import { stageNameOf } from './stageNameOf.ts';

const PAGE = 50;
const NAMES = 200;

export type QuarantineQuery = HeldFilter & {
  state: HeldState;
  limit?: number | undefined;
  cursor?: string | undefined;
};

/** Held rows of the organization, and what is held by reason, source, file and stage name. */
export async function getQuarantine(
  pool: Pool,
  orgId: string,
  { state, limit = PAGE, cursor, ...filter }: QuarantineQuery,
): Promise<QuarantineAnswer> {
  return inOrg(pool, orgId, 'read', async (tx) => {
    const facets = await heldFacets(tx);
    const found = await listHeld(tx, filter, { state, after: cursor ?? null, limit: limit + 1 });
    const importOf = importsBy(tx);
    const rows: QuarantinedRow[] = [];
    for (const row of found.slice(0, limit)) rows.push(toAnswer(row, await importOf(row.importId)));
    return {
      rows,
      next_cursor: found.length > limit ? (found[limit - 1]?.arrival ?? null) : null,
      total: facets.reduce((sum, facet) => sum + facet.count, 0),
      released: await countHeld(tx, {}, 'released'),
      count: await countHeld(tx, filter, state),
      ...summed(facets),
      stages: await unknownStages(tx, importOf),
    };
  });
}

/** One row, with the names of its cells. */
export async function getHeldRow(tx: Tx, id: string) {
  const row = await findHeld(tx, id);
  if (row === null) return null;
  const from = await importsBy(tx)(row.importId);
  return { row, header: from?.header ?? null, answer: toAnswer(row, from) };
}

function importsBy(tx: Tx): (id: string | null) => Promise<ImportRow | null> {
  const known = new Map<string, ImportRow | null>();
  return async (id) => {
    if (id === null) return null;
    const found = known.get(id) ?? (await findImport(tx, id));
    known.set(id, found);
    return found;
  };
}

function toAnswer(row: HeldRow, from: ImportRow | null): QuarantinedRow {
  return {
    id: row.id,
    import_id: row.importId,
    file_name: from?.fileName ?? null,
    source: row.source,
    kind: row.kind,
    line: row.line,
    code: row.code,
    message: row.message,
    received_at: row.receivedAt.toISOString(),
    tried_at: row.triedAt?.toISOString() ?? null,
    released_at: row.releasedAt?.toISOString() ?? null,
    outcome: row.outcome,
    cells: heldCells(row, from?.header ?? null),
  };
}

function summed(
  facets: readonly HeldFacet[],
): Pick<QuarantineAnswer, 'codes' | 'sources' | 'imports'> {
  const by = <K>(keyOf: (facet: HeldFacet) => K | null) => {
    const sums = new Map<K, number>();
    for (const facet of facets) {
      const key = keyOf(facet);
      if (key !== null) sums.set(key, (sums.get(key) ?? 0) + facet.count);
    }
    return [...sums].sort((a, b) => b[1] - a[1]);
  };
  const names = new Map(facets.map((facet) => [facet.importId, facet.fileName ?? '']));
  return {
    codes: by((facet) => facet.code).map(([code, count]) => ({ code, count })),
    sources: by((facet) => facet.source).map(([source, count]) => ({ source, count })),
    imports: by((facet) => facet.importId).map(([id, count]) => {
      return { import_id: id, file_name: names.get(id) ?? '', count };
    }),
  };
}

async function unknownStages(
  tx: Tx,
  importOf: (id: string | null) => Promise<ImportRow | null>,
): Promise<QuarantineAnswer['stages']> {
  const names = new Map<string, number>();
  for (const { id, count } of await unknownStageRows(tx, NAMES)) {
    const row = await findHeld(tx, id);
    const name = row && stageNameOf(row, await importOf(row.importId));
    if (name) names.set(name, (names.get(name) ?? 0) + count);
  }
  return [...names].map(([name, count]) => ({ name, count }));
}
