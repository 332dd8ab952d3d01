import type { ImportKind } from '#lib/contract/ingest.ts';
import { keptAccounts } from '#lib/store/accountFacts.ts';
import { keptContracts } from '#lib/store/contractFacts.ts';
import { keptEvents } from '#lib/store/eventFacts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { addSeenKeys, seenKeys } from '#lib/store/seenKeys.ts';
import { contentHash } from './contentHash.ts';
import type { Line, Taken } from './line.ts';
import type { AccountFact } from './readAccount.ts';
import type { ContractFact } from './readContract.ts';
import type { EventFact } from './readEvent.ts';
import { sortLines } from './sortLines.ts';

type AnyFact = EventFact | AccountFact | ContractFact;

/** Counts lines as taking them would, against the facts and what was counted before. */
export async function countLines(
  tx: Tx,
  kind: ImportKind,
  lines: readonly Line<AnyFact>[],
): Promise<Taken> {
  const facts = lines.flatMap((line) => (line.state === 'read' ? line.facts : []));
  const kept = facts.length === 0 ? [] : await keptKeys(tx, kind, facts);
  const known = new Set([...kept, ...(await seenKeys(tx, facts.map(keyOf)))]);
  const { taken, fresh } = sortLines(lines, (fact) => {
    const key = keyOf(fact);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  await addSeenKeys(
    tx,
    fresh.map(({ fact }) => keyOf(fact)),
  );
  return taken;
}

function idOf(fact: AnyFact): string {
  if ('eventId' in fact) return fact.eventId;
  return 'contractId' in fact ? fact.contractId : fact.accountId;
}

function keyOf(fact: AnyFact): string {
  return contentHash([fact.source, idOf(fact), fact.version, fact.contentHash]);
}

async function keptKeys(tx: Tx, kind: ImportKind, facts: readonly AnyFact[]): Promise<string[]> {
  const ids = [...new Set(facts.map(idOf))];
  const key = (row: { source: string; version: string; content_hash: string }, id: string) =>
    contentHash([row.source, id, Number(row.version), row.content_hash]);
  if (kind === 'accounts') {
    return (await keptAccounts(tx, ids)).map((row) => key(row, row.account_id));
  }
  if (kind === 'contracts') {
    return (await keptContracts(tx, ids)).map((row) => key(row, row.contract_id));
  }
  const identities = facts.map((fact) => ({ source: fact.source, eventId: idOf(fact) }));
  return (await keptEvents(tx, identities)).map((row) => key(row, row.event_id));
}
