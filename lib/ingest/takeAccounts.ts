import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { Arrival, Taken } from './line.ts';
import { readAccount } from './readAccount.ts';
import { readLine } from './readLine.ts';
import type { RawRow } from './readText.ts';
import { takeAccountLines } from './takeAccountLines.ts';

/** Takes accounts as the API sends them; `rows` of the answer are numbered from 0. */
export async function takeAccounts(
  tx: Tx,
  _org: Org,
  source: string,
  rows: readonly RawRow[],
  arrival: Arrival,
): Promise<Taken> {
  const lines = rows.map((raw, line) =>
    readLine({ line, raw, source }, () => [readAccount(raw, source)]),
  );
  return takeAccountLines(tx, lines, arrival);
}
