import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { Arrival, Taken } from './line.ts';
import { postReader } from './postReader.ts';
import type { RawRow } from './readText.ts';
import { takeContractLines } from './takeContractLines.ts';

/** Takes contracts as the API sends them; `rows` of the answer are numbered from 0. */
export async function takeContracts(
  tx: Tx,
  org: Org,
  source: string,
  rows: readonly RawRow[],
  arrival: Arrival,
): Promise<Taken> {
  const { receivedAt } = arrival;
  const read = postReader('contracts', org, { source, stages: {}, receivedAt });
  return takeContractLines(tx, rows.map(read), arrival);
}
