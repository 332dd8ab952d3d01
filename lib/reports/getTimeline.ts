import { Refusal } from '#lib/contract/errors.ts';
import type { TimelineAnswer } from '#lib/contract/timeline.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { entriesOfRecord, eventsOfRecord } from '#lib/store/recordTimeline.ts';
import type { ReportContext } from './context.ts';
import { isoOf } from './isoOf.ts';

/** What is known of one record; the same refusal for a foreign and for an absent one. */
export async function getTimeline(
  { pool, org }: ReportContext,
  recordId: string,
  now: Date,
): Promise<TimelineAnswer> {
  if (recordId.includes('\0')) throw noSuchRecord();
  return inOrg(pool, org.id, 'read', async (tx) => {
    const events = await eventsOfRecord(tx, recordId);
    if (events.length === 0) throw noSuchRecord();
    const entries = await entriesOfRecord(tx, recordId, now.getTime());
    const last = org.stages.at(-1);
    return {
      data: {
        record_id: recordId,
        events: events.map((event) => ({
          ...event,
          occurred_at: isoOf(event.occurred_at),
          received_at: isoOf(event.received_at),
        })),
        entries: entries.map((entry) => ({
          ...entry,
          entered_at: isoOf(entry.entered_at),
          outcome: entry.stage === last ? null : entry.outcome,
          outcome_at:
            entry.stage === last || entry.outcome_at === null ? null : isoOf(entry.outcome_at),
        })),
      },
    };
  });
}

function noSuchRecord(): Refusal {
  return new Refusal('not_found', 'there is no such record');
}
