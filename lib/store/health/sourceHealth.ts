import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';

const toldRow = z.strictObject({
  source: z.string(),
  lastEvent: z.date(),
  firstArrival: z.date(),
});
const sinceRow = z.strictObject({ source: z.string(), since: z.number(), late: z.number() });

export type SourceHealth = z.infer<typeof toldRow> & z.infer<typeof sinceRow>;

/** Later than this after it happened, an event missed the reports of its day. */
export const LATE_HOURS = 24;

/**
 * Events of each source: until when, and of those that happened since the source first sent
 * anything, how many came late. A history that is loaded once is not late.
 */
export async function sourceHealth(tx: Tx): Promise<SourceHealth[]> {
  const told = await rows(
    tx,
    toldRow,
    sql`select source, max(occurred_at) as "lastEvent", min(received_at) as "firstArrival"
      from stage_event where org_id = ${tx.orgId}::uuid group by source order by source`,
  );
  // Where nothing has happened since, all facts need not be read once more to say so.
  const live = told.filter(({ lastEvent, firstArrival }) => lastEvent >= firstArrival);
  const found = live.length === 0 ? [] : await sinceFirst(tx, live);
  const counts = new Map(found.map((one) => [one.source, one]));
  return told.map((one) => ({ since: 0, late: 0, ...one, ...counts.get(one.source) }));
}

async function sinceFirst(
  tx: Tx,
  live: readonly z.infer<typeof toldRow>[],
): Promise<z.infer<typeof sinceRow>[]> {
  const sources = live.map(({ source }) => source);
  const arrivals = live.map(({ firstArrival }) => firstArrival.toISOString());
  return rows(
    tx,
    sinceRow,
    sql`select told.source, count(*)::float8 as since,
        (count(*) filter (where e.received_at - e.occurred_at
          > ${LATE_HOURS}::int * interval '1 hour'))::float8 as late
      from unnest(${sources}::text[], ${arrivals}::timestamptz[]) as told (source, first_arrival)
      join stage_event e on e.org_id = ${tx.orgId}::uuid and e.source = told.source
        and e.occurred_at >= told.first_arrival
      group by 1`,
  );
}
