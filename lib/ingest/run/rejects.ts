import type { Pool } from 'pg';
import { FIELDS } from '#lib/contract/fields.ts';
import type { ImportRow } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { quarantinedRows } from '#lib/store/quarantineRows.ts';

const PAGE = 500;

/** Quarantined rows of an import as they came, page by page; cells first, then why. */
export async function eachReject(
  pool: Pool,
  orgId: string,
  one: ImportRow,
  take: (rows: string[][]) => Promise<void>,
): Promise<void> {
  const width = one.header?.length ?? 0;
  let afterLine = -1;
  for (;;) {
    const page = { afterLine, limit: PAGE };
    const found = await inOrg(pool, orgId, 'read', (tx) => quarantinedRows(tx, one.id, page));
    const last = found.at(-1);
    if (last === undefined) return;
    await take(
      found.map((row) => {
        const cells = Array.isArray(row.raw) ? row.raw.map(String) : [JSON.stringify(row.raw)];
        // A row with too many cells is one row still: its surplus shares the last cell.
        const kept = cells.length > width && width > 0 ? fold(cells, width) : cells;
        const filled = Array.from({ length: width }, (_, index) => kept[index] ?? '');
        return [...filled, String(row.line), row.code, row.message];
      }),
    );
    afterLine = last.line;
  }
}

export function rejectHeader(one: ImportRow): string[] {
  return [...(one.header ?? FIELDS[one.kind]), 'line', 'code', 'message'];
}

function fold(cells: string[], width: number): string[] {
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join('\t')];
}
