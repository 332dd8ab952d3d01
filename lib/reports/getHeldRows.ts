import type { Pool } from 'pg';
import { Refusal } from '#lib/contract/errors.ts';
import type { HeldAnswer } from '#lib/contract/heldRows.ts';
import { heldRows } from '#lib/store/heldRows.ts';
import { findImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';

const ROWS = 5;

/** What an import held back, by reason. */
export async function getHeldRows(
  ctx: { pool: Pool; org: Org },
  importId: string,
): Promise<HeldAnswer> {
  const found = await inOrg(ctx.pool, ctx.org.id, 'read', async (tx) => {
    if ((await findImport(tx, importId)) === null) return null;
    return heldRows(tx, importId, ROWS);
  });
  if (found === null) throw new Refusal('not_found', 'there is no such import');
  const byCode = Map.groupBy(found, (row) => row.code);
  return {
    codes: [...byCode].map(([code, own]) => ({
      code,
      count: own[0]?.count ?? 0,
      rows: own.map(({ line, message, raw }) => ({ line, message, cells: cellsOf(raw) })),
    })),
  };
}

function cellsOf(raw: string): string[] {
  const row: unknown = JSON.parse(raw);
  const cells = Array.isArray(row) ? row : Object.values(row ?? {});
  return cells.map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell)));
}
