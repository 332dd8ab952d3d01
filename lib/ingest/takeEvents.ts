import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { currentStageMap } from '#lib/store/stageMaps.ts';
import type { Arrival, Taken } from './line.ts';
import { type EventReading, readEvent } from './readEvent.ts';
import { readIso } from './readIso.ts';
import { readLine } from './readLine.ts';
import type { RawRow } from './readText.ts';
import { stageReader } from './stageReader.ts';
import { takeEventLines } from './takeEventLines.ts';

/** Takes rows as the API sends them; `rows` of the answer are numbered from 0. */
export async function takeEvents(
  tx: Tx,
  org: Org,
  source: string,
  rows: readonly RawRow[],
  arrival: Arrival,
): Promise<Taken> {
  const reading: EventReading = {
    source,
    stageOf: stageReader((await currentStageMap(tx)).stages),
    currency: org.currency,
    timeZone: org.timeZone,
    read: readIso,
    receivedAt: arrival.receivedAt,
  };
  const lines = rows.map((raw, line) =>
    readLine({ line, raw, source }, () => {
      const fact = readEvent(raw, reading);
      return fact && [fact];
    }),
  );
  return takeEventLines(tx, lines, arrival);
}
