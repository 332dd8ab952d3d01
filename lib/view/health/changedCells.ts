import type { QuarantinedRow } from '#lib/contract/quarantine.ts';

/** What a form says differently from the row: an emptied field of a call is taken away. */
export function changedCells(
  row: Pick<QuarantinedRow, 'cells' | 'import_id'>,
  draft: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const changes: Record<string, string | null> = {};
  for (const { name, value } of row.cells) {
    const next = draft[name];
    if (next === undefined || next === (value ?? '')) continue;
    changes[name] = next === '' && row.import_id === null ? null : next;
  }
  return changes;
}
