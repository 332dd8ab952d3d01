import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import { at, entriesWithin, groupOf, partAt, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

const cohortRow = z.strictObject({
  bucket: z.int(),
  group: z.string(),
  stage: z.enum(LADDER),
  kind: z.enum(['advanced', 'lost', 'no_decision', 'open']),
  timed: z.boolean(),
  outOfOrder: z.boolean(),
  entries: z.int(),
  implied: z.int(),
  amount: z.string(),
  unconverted: z.int(),
  durations: z.instanceof(Buffer).transform(toNumbers),
});

/**
 * TRICKY: 8 bytes each, the highest first; as text they take ten times as long. In place, as there
 * may be millions; short ones lie in shared memory, and are copied to where numbers may lie.
 */
function toNumbers(bytes: Buffer): Float64Array {
  const { buffer, byteOffset, length } = bytes.swap64();
  return byteOffset % 8 === 0
    ? new Float64Array(buffer, byteOffset, length / 8)
    : new Float64Array(buffer.slice(byteOffset, byteOffset + length));
}

/**
 * Entries of one bucket of time, group and stage that came to one kind of end. `timed`: neither
 * end is implied. `durations`: milliseconds to the end, or of open entries to `as_of`, unordered.
 */
export type CohortRow = z.infer<typeof cohortRow>;

/**
 * Which records entered each stage between the cuts, and after which time each came to which end
 * by `as_of`. `cuts` ascend: bucket 0 is [cuts[0], cuts[1]).
 */
export async function countCohort(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
): Promise<CohortRow[]> {
  const range = { from: cuts[0] ?? 0, to: cuts.at(-1) ?? 0 };
  const now = at(scope.asOf);
  const question = sql`select ${partAt(sql`e.entered_at`, cuts)}::int as bucket, ${groupOf('e', scope.by, scope.and)} as "group", e.stage,
        ended.kind, not e.implied and not e.next_implied as timed,
        coalesce(e.out_of_order_at <= ${now}, false) as "outOfOrder",
        count(*)::int as entries, (count(*) filter (where e.implied))::int as implied,
        coalesce(sum(e.amount_reporting), 0.00)::text as amount,
        (count(*) filter (where e.amount is not null and e.amount_reporting is null))::int
          as unconverted,
        string_agg(float8send(round(date_part('epoch', coalesce(ended.at, ${now}) - e.entered_at)
          * 1000)), ''::bytea) as durations
      from stage_entry e ${entryEnd(scope.asOf)}
      where ${entriesWithin(tx.orgId, scope, range)}
      group by 1, 2, 3, 4, 5, 6`;
  return rows(tx, cohortRow, question);
}
