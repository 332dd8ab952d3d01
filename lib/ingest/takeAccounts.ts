import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { Arrival, Taken } from './line.ts';
import { postReader } from './postReader.ts';
import type { RawRow } from './readText.ts';
import { takeAccountLines } from './takeAccountLines.ts';

/** Takes accounts as the API sends them; `rows` of the answer are numbered from 0. */
export async function takeAccounts(
  tx: Tx,
  org: Org,
  source: string,
  rows: readonly RawRow[],
  arrival: Arrival,
): Promise<Taken> {
  const { receivedAt } = arrival;
  const read = postReader('accounts', org, { source, stages: {}, receivedAt });
  return takeAccountLines(tx, rows.map(read), arrival);
}
