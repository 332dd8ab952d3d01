import type { ImportKind } from '#lib/contract/ingest.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { addIntake } from '#lib/store/intake.ts';
import { quarantineRows } from '#lib/store/quarantineRows.ts';
import { countBySource, type Outcome } from './countBySource.ts';
import type { Arrival } from './line.ts';

/** Keeps the rows that could not be taken, and counts per source what came of all. */
export async function keepIntake(
  tx: Tx,
  kind: ImportKind,
  calls: readonly Outcome[],
  arrival: Arrival,
): Promise<void> {
  const bad = calls.flatMap(({ lines }) => lines.filter((line) => line.state === 'bad'));
  await quarantineRows(tx, kind, bad, arrival);
  await addIntake(tx, kind, countBySource(calls), arrival.receivedAt);
}
