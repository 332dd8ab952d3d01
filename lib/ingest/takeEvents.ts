import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { currentStageMap } from '#lib/store/stageMaps.ts';
import type { Arrival, Taken } from './line.ts';
import { postReader } from './postReader.ts';
import type { RawRow } from './readText.ts';
import { takeEventLines } from './takeEventLines.ts';

/** Takes rows as the API sends them; `rows` of the answer are numbered from 0. */
export async function takeEvents(
  tx: Tx,
  org: Org,
  source: string,
  rows: readonly RawRow[],
  arrival: Arrival,
): Promise<Taken> {
  const { stages } = await currentStageMap(tx);
  const read = postReader('events', org, { source, stages, receivedAt: arrival.receivedAt });
  return takeEventLines(tx, rows.map(read), arrival);
}
