import { LADDER } from '#lib/bowtie/stages.ts';
import type { Sample, SampleEvent } from '#prisma/sample/types.ts';

/** A record of the sample as somebody would see it who reads its events one by one. */
export type SampleRecord = {
  id: string;
  segment: string;
  channel: string;
  motion: string;
  events: SampleEvent[];
  /** Day of the first event of a stage (UTC). */
  first: Partial<Record<string, string>>;
  /** Position on the ladder of the furthest stage, -1 for none. */
  furthest: number;
};

function winners(events: readonly SampleEvent[]): SampleEvent[] {
  const best = new Map<string, SampleEvent>();
  for (const event of events) {
    const known = best.get(event.event_id);
    if (!known || (event.version ?? 0) > (known.version ?? 0)) best.set(event.event_id, event);
  }
  return [...best.values()].sort((a, b) => (a.occurred_at < b.occurred_at ? -1 : 1));
}

/** Plain counting, without anything of the product: later stages imply the ones before. */
export function sampleRecords(sample: Sample): SampleRecord[] {
  const byRecord = Map.groupBy(sample.events, (event) => event.record_id);
  return [...byRecord].map(([id, rows]) => {
    const events = winners(rows);
    const first: SampleRecord['first'] = {};
    for (const event of events) first[event.stage] ??= event.occurred_at.slice(0, 10);
    const said = (field: 'segment' | 'channel' | 'motion') =>
      events.find((event) => event[field] !== undefined)?.[field] ?? 'unknown';
    return {
      id,
      events,
      first,
      segment: said('segment'),
      channel: said('channel'),
      motion: said('motion') === 'unknown' ? 'new_business' : said('motion'),
      furthest: LADDER.findLastIndex((stage) => stage in first),
    };
  });
}

export const reached = (record: SampleRecord, stage: (typeof LADDER)[number]): boolean =>
  record.furthest >= LADDER.indexOf(stage);

/** Share of the records that reached `from` and went on to `to`. */
export function share(
  records: readonly SampleRecord[],
  from: (typeof LADDER)[number],
  to: (typeof LADDER)[number],
): number {
  const base = records.filter((record) => reached(record, from));
  return base.filter((record) => reached(record, to)).length / base.length;
}

/** The last owner that the record named up to and including its first event of that stage. */
export function ownerAt(record: SampleRecord, stage: string): string {
  let owner = 'unknown';
  for (const event of record.events) {
    owner = event.owner ?? owner;
    if (event.stage === stage) break;
  }
  return owner;
}
