import sql from 'sql-template-tag';
import { z } from 'zod';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at, entriesWithin, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const moves = z.strictObject({
  base: z.int(),
  implied: z.int(),
  advanced: z.int(),
  regressed: z.int(),
});
export type Moves = z.infer<typeof moves>;

/**
 * TRICKY: the times are no plain columns, so that spans are found by record and not by time.
 *
 * Of the entries into a stage: how many were implied, advanced by `as_of`, and fell back later:
 * a span of an earlier stage than the next one begins after the entry into the next one.
 */
export async function countMoves(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  to: LadderStage,
): Promise<Moves> {
  const earlier = LADDER.slice(0, LADDER.indexOf(to));
  const now = at(scope.asOf);
  const found = await rows(
    tx,
    moves,
    sql`select count(*)::int as base, (count(*) filter (where e.implied))::int as implied,
        (count(*) filter (where e.next_at <= ${now}))::int as advanced,
        (count(*) filter (where e.next_at <= ${now} and exists (
          select from record_span s where s.org_id = e.org_id and s.record_id = e.record_id
            and s.from_at + interval '0' > e.next_at and s.from_at + interval '0' <= ${now}
            and s.stage = any(${earlier}::text[]))))::int as regressed
      from stage_entry e where ${entriesWithin(tx.orgId, scope, range)}`,
  );
  return found[0] ?? { base: 0, implied: 0, advanced: 0, regressed: 0 };
}
