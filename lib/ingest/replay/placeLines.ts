import type { ImportKind } from '#lib/contract/ingest.ts';
import { arrivalsOf, type Identity, type KeptArrival } from '#lib/store/arrivalsOf.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { HeldRow } from '#lib/store/quarantine.ts';
import type { Line } from '../line.ts';
import type { AnyFact } from './heldReader.ts';
import { placeArrival } from './placeArrival.ts';

export type HeldLine = { row: HeldRow; line: Line<AnyFact> };

/** Gives facts of held rows the place that they would have had, had they been taken at once. */
export async function placeLines(tx: Tx, kind: ImportKind, list: readonly HeldLine[]) {
  const facts = list.flatMap(({ line }) => (line.state === 'read' ? line.facts : []));
  const places = new Map(facts.map((fact) => [keyOf(kind, fact), identityOf(kind, fact)]));
  const keys = [...places.keys()];
  const kept = new Map<string, KeptArrival[]>(keys.map((key) => [key, []]));
  for (const one of await arrivalsOf(tx, kind, [...places.values()])) {
    kept.get(keys[one.identity] ?? '')?.push(one);
  }
  for (const { row, line } of list) {
    if (line.state !== 'read') continue;
    const came = {
      arrival: BigInt(row.arrival),
      receivedAt: row.receivedAt.getTime(),
      importId: row.importId,
      line: row.line,
    };
    for (const fact of line.facts) {
      const own = kept.get(keyOf(kind, fact)) ?? [];
      const arrival = placeArrival(came, own);
      if (arrival === undefined) continue;
      fact.arrival = String(arrival);
      own.push({ ...came, arrival, identity: 0 });
    }
  }
}

function identityOf(kind: ImportKind, fact: AnyFact): Identity {
  if ('eventId' in fact) return { source: fact.source, id: fact.eventId };
  if ('contractId' in fact) return { source: fact.source, id: fact.contractId };
  return { source: kind, id: fact.accountId };
}

function keyOf(kind: ImportKind, fact: AnyFact): string {
  const { source, id } = identityOf(kind, fact);
  return `${source}\0${id}`;
}
