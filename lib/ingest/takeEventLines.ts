import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import { insertEvents, type KeptEvent, keptEvents } from '#lib/store/eventFacts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { sending } from '#lib/store/sending.ts';
import { deriveRecords } from './deriveRecords.ts';
import { keepIntake } from './keepIntake.ts';
import type { Arrival, Line, Taken } from './line.ts';
import type { EventFact } from './readEvent.ts';
import { sortLines } from './sortLines.ts';

type Lines = readonly Line<EventFact>[];

/** Takes the lines of one call or one chunk; see `takeEventCalls`. */
export async function takeEventLines(
  tx: Tx,
  lines: Lines,
  arrival: Arrival,
  derive: 'now' | 'later' = 'now',
): Promise<Taken> {
  const [taken] = await takeEventCalls(tx, [lines], arrival, derive);
  if (taken === undefined) throw new Error('a call without an outcome');
  return taken;
}

/**
 * The one write path of events: facts, quarantine and all that follows from them, or nothing. Calls
 * that came together are taken together, in their order, and each is told its own. With `later`
 * only records that lost an event are derived at once; the others have a fact of this import, and
 * `deriveImport` finds them by it.
 */
export async function takeEventCalls(
  tx: Tx,
  calls: readonly Lines[],
  arrival: Arrival,
  derive: 'now' | 'later' = 'now',
): Promise<Taken[]> {
  return sending(async (send) => {
    send(lockOrg(tx));
    const facts = calls.flat().flatMap((line) => (line.state === 'read' ? line.facts : []));
    const kept = facts.length === 0 ? [] : await keptEvents(tx, distinct(facts));
    const { taken, fresh, touched } = sortFacts(calls, kept);
    const rows = fresh.map(({ fact, line }) => ({ ...fact, line }));
    send(insertEvents(tx, rows, arrival));
    const outcomes = taken.map((own, at) => ({ lines: calls[at] ?? [], taken: own }));
    send(keepIntake(tx, 'events', outcomes, arrival));
    send(addDimensionValues(tx, seenIn(fresh)));
    const fed = new Set(derive === 'now' ? [] : fresh.map(({ fact }) => fact.recordId));
    await deriveRecords(
      tx,
      [...touched].filter((id) => !fed.has(id)),
    );
    return taken;
  });
}

function seenIn(fresh: readonly Fresh[]): SeenValues {
  const seen = new SeenValues();
  for (const { fact } of fresh) {
    for (const dimension of DIMENSIONS) seen.add(dimension, fact.dimensions[dimension]);
  }
  return seen;
}

type Fresh = { fact: EventFact; line: number };

/** What is new, and which records that touches, those that lose an event included. */
function sortFacts(
  calls: readonly Lines[],
  kept: readonly KeptEvent[],
): { taken: Taken[]; fresh: Fresh[]; touched: Set<string> } {
  const known = new Set<string>();
  const records = new Map<string, string[]>();
  for (const row of kept) {
    const identity = key(row.source, row.event_id);
    known.add(`${identity}\0${row.version}\0${row.content_hash}`);
    const own = records.get(identity);
    if (own) own.push(row.record_id);
    else records.set(identity, [row.record_id]);
  }
  const isNew = (fact: EventFact) => {
    const row = `${key(fact.source, fact.eventId)}\0${fact.version}\0${fact.contentHash}`;
    if (known.has(row)) return false;
    known.add(row);
    return true;
  };
  const sorted = calls.map((lines) => sortLines(lines, isNew));
  const fresh = sorted.flatMap((one) => one.fresh);
  const touched = new Set<string>();
  for (const { fact } of fresh) {
    touched.add(fact.recordId);
    for (const id of records.get(key(fact.source, fact.eventId)) ?? []) touched.add(id);
  }
  return { taken: sorted.map((one) => one.taken), fresh, touched };
}

function key(source: string, eventId: string): string {
  return `${source}\0${eventId}`;
}

function distinct(facts: readonly EventFact[]): EventFact[] {
  return [...new Map(facts.map((fact) => [key(fact.source, fact.eventId), fact])).values()];
}
