import type { ImportRow } from '#lib/store/imports.ts';
import type { HeldRow } from '#lib/store/quarantine.ts';

/** The stage as a held row names it; null where it names none. */
export function stageNameOf(row: HeldRow, from: ImportRow | null): string | null {
  const now = row.edited ?? row.raw;
  if (!Array.isArray(now)) return nameOf((now as { stage?: unknown } | null)?.stage);
  const column = from?.mapping.columns.stage;
  const at = column === undefined ? -1 : (from?.header ?? []).indexOf(column);
  const cell = nameOf(at === -1 ? from?.mapping.constants.stage : now[at]);
  return cell === null ? null : (from?.mapping.values.stage?.[cell] ?? cell);
}

function nameOf(value: unknown): string | null {
  const name = typeof value === 'string' ? value.trim() : '';
  return name === '' ? null : name;
}
