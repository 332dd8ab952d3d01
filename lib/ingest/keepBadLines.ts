import type { ImportKind } from '#lib/contract/ingest.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { quarantineRows } from '#lib/store/quarantineRows.ts';
import type { Arrival, Line } from './line.ts';

export async function keepBadLines(
  tx: Tx,
  kind: ImportKind,
  lines: readonly Line<unknown>[],
  arrival: Arrival,
): Promise<void> {
  const bad = lines.filter((line) => line.state === 'bad');
  await quarantineRows(tx, kind, bad, arrival);
}
