import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { Arrival, Taken } from './line.ts';
import { type ContractReading, readContract } from './readContract.ts';
import { readIso } from './readIso.ts';
import { readLine } from './readLine.ts';
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
  const reading: ContractReading = {
    source,
    currency: org.currency,
    endInclusive: false,
    timeZone: org.timeZone,
    read: readIso,
    receivedAt: arrival.receivedAt,
  };
  const lines = rows.map((raw, line) =>
    readLine({ line, raw, source }, () => [readContract(raw, reading)]),
  );
  return takeContractLines(tx, lines, arrival);
}
