import sql, { type Sql } from 'sql-template-tag';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { at } from './questionScope.ts';

/**
 * Whether the record of an entry `e` fell back by `as_of`: a span of an earlier stage than the
 * next one begins after the entry into the next one.
 * TRICKY: the times are no plain columns, so that spans are found by record and not by time.
 */
export function fellBack(to: LadderStage, asOf: Instant): Sql {
  const earlier = LADDER.slice(0, LADDER.indexOf(to));
  return sql`exists (
    select from record_span s where s.org_id = e.org_id and s.record_id = e.record_id
      and s.from_at + interval '0' > e.next_at and s.from_at + interval '0' <= ${at(asOf)}
      and s.stage = any(${earlier}::text[]))`;
}
