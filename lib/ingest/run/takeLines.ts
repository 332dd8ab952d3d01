import type { ImportKind } from '#lib/contract/ingest.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Arrival, Line, Taken } from '../line.ts';
import type { AccountFact } from '../readAccount.ts';
import type { ContractFact } from '../readContract.ts';
import type { EventFact } from '../readEvent.ts';
import { takeAccountLines } from '../takeAccountLines.ts';
import { takeContractLines } from '../takeContractLines.ts';
import { takeEventLines } from '../takeEventLines.ts';

/** Takes lines of a kind that is known only when it runs. */
export async function takeLines(
  tx: Tx,
  kind: ImportKind,
  lines: Line<EventFact | AccountFact | ContractFact>[],
  arrival: Arrival,
  derive: 'now' | 'later',
): Promise<Taken> {
  if (kind === 'events') return takeEventLines(tx, lines as Line<EventFact>[], arrival, derive);
  if (kind === 'accounts') return takeAccountLines(tx, lines as Line<AccountFact>[], arrival);
  return takeContractLines(tx, lines as Line<ContractFact>[], arrival, derive);
}
