import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';

const sourceRow = z.strictObject({
  source: z.string(),
  events: z.number(),
  lastEvent: z.date(),
  firstArrival: z.date(),
  since: z.number(),
  late: z.number(),
});
export type SourceHealth = z.infer<typeof sourceRow>;

/** Later than this after it happened, an event missed the reports of its day. */
export const LATE_HOURS = 24;

/**
 * Events of each source: until when, and of those that happened since the source first sent
 * anything, how many came late. A history that is loaded once is not late.
 */
export async function sourceHealth(tx: Tx): Promise<SourceHealth[]> {
  return rows(
    tx,
    sourceRow,
    sql`with told as (
        select source, count(*) as events, max(occurred_at) as last_event,
          min(received_at) as first_arrival
        from stage_event where org_id = ${tx.orgId}::uuid group by source)
      select told.source, told.events::float8 as events, told.last_event as "lastEvent",
        told.first_arrival as "firstArrival", count(e.source)::float8 as since,
        (count(*) filter (where e.received_at - e.occurred_at
          > ${LATE_HOURS}::int * interval '1 hour'))::float8 as late
      from told
      left join stage_event e on e.org_id = ${tx.orgId}::uuid and e.source = told.source
        and e.occurred_at >= told.first_arrival
      group by 1, 2, 3, 4 order by 1`,
  );
}
