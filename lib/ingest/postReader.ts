import type { ImportKind } from '#lib/contract/ingest.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { StageMap } from '#lib/store/stageMaps.ts';
import type { Line } from './line.ts';
import { type AccountFact, readAccount } from './readAccount.ts';
import { type ContractFact, readContract } from './readContract.ts';
import { type EventFact, readEvent } from './readEvent.ts';
import { readIso } from './readIso.ts';
import { readLine } from './readLine.ts';
import type { RawRow } from './readText.ts';
import { stageReader } from './stageReader.ts';

type FactOf = { events: EventFact; accounts: AccountFact; contracts: ContractFact };

/** How rows of a call become facts of one kind; `line` is their place in the call from 0. */
export function postReader<K extends ImportKind>(
  kind: K,
  org: Org,
  call: { source: string; stages: StageMap; receivedAt: number },
): (raw: RawRow, line: number) => Line<FactOf[K]> {
  const { source, stages, receivedAt } = call;
  const { currency, timeZone } = org;
  const reading = { source, currency, timeZone, read: readIso, receivedAt };
  const stageOf = stageReader(stages);
  const read: { [Kind in ImportKind]: (raw: RawRow) => FactOf[Kind][] | null } = {
    events: (raw) => {
      const fact = readEvent(raw, { ...reading, stageOf });
      return fact && [fact];
    },
    accounts: (raw) => [readAccount(raw, source)],
    contracts: (raw) => [readContract(raw, { ...reading, endInclusive: false })],
  };
  return (raw, line) => readLine({ line, raw, source }, () => read[kind](raw));
}
