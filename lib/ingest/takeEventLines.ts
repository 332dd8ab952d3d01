import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import { insertEvents, keptEvents } from '#lib/store/eventFacts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { deriveRecords } from './deriveRecords.ts';
import { keepIntake } from './keepIntake.ts';
import type { Arrival, Line, Taken } from './line.ts';
import type { EventFact } from './readEvent.ts';
import { sortLines } from './sortLines.ts';

/**
 * The one write path of events: facts, quarantine and all that follows from them, or nothing. With
 * `later` only records that lost an event are derived at once; the others have a fact of this
 * import, and `deriveImport` finds them by it.
 */
export async function takeEventLines(
  tx: Tx,
  lines: readonly Line<EventFact>[],
  arrival: Arrival,
  derive: 'now' | 'later' = 'now',
): Promise<Taken> {
  await lockOrg(tx);
  const { taken, fresh, touched } = await takeEventFacts(tx, lines, arrival);
  await keepIntake(tx, 'events', lines, arrival, taken);
  const seen = new SeenValues();
  for (const { fact } of fresh) {
    for (const dimension of DIMENSIONS) seen.add(dimension, fact.dimensions[dimension]);
  }
  await addDimensionValues(tx, seen);
  const fed = new Set(derive === 'now' ? [] : fresh.map(({ fact }) => fact.recordId));
  await deriveRecords(
    tx,
    [...touched].filter((id) => !fed.has(id)),
  );
  return taken;
}

/** Adds what is new and says which records that touches, those that lost an event included. */
export async function takeEventFacts(
  tx: Tx,
  lines: readonly Line<EventFact>[],
  arrival: Arrival,
): Promise<{ taken: Taken; fresh: { fact: EventFact; line: number }[]; touched: Set<string> }> {
  const facts = lines.flatMap((line) => (line.state === 'read' ? line.facts : []));
  const kept = facts.length === 0 ? [] : await keptEvents(tx, distinct(facts));
  const known = new Set<string>();
  const records = new Map<string, string[]>();
  for (const row of kept) {
    const identity = key(row.source, row.event_id);
    known.add(`${identity}\0${row.version}\0${row.content_hash}`);
    const own = records.get(identity);
    if (own) own.push(row.record_id);
    else records.set(identity, [row.record_id]);
  }
  const { taken, fresh } = sortLines(lines, (fact) => {
    const row = `${key(fact.source, fact.eventId)}\0${fact.version}\0${fact.contentHash}`;
    if (known.has(row)) return false;
    known.add(row);
    return true;
  });
  await insertEvents(
    tx,
    fresh.map(({ fact, line }) => ({ ...fact, line })),
    arrival,
  );
  const touched = new Set<string>();
  for (const { fact } of fresh) {
    touched.add(fact.recordId);
    for (const id of records.get(key(fact.source, fact.eventId)) ?? []) touched.add(id);
  }
  return { taken, fresh, touched };
}

function key(source: string, eventId: string): string {
  return `${source}\0${eventId}`;
}

function distinct(facts: readonly EventFact[]): EventFact[] {
  return [...new Map(facts.map((fact) => [key(fact.source, fact.eventId), fact])).values()];
}
