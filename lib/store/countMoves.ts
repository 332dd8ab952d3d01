import sql from 'sql-template-tag';
import { z } from 'zod';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { fellBack } from './fellBack.ts';
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

/** Of the entries into a stage: how many were implied, advanced by `as_of`, and fell back later. */
export async function countMoves(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  to: LadderStage,
): Promise<Moves> {
  const now = at(scope.asOf);
  const found = await rows(
    tx,
    moves,
    sql`select count(*)::int as base, (count(*) filter (where e.implied))::int as implied,
        (count(*) filter (where e.next_at <= ${now}))::int as advanced,
        (count(*) filter (where e.next_at <= ${now} and ${fellBack(to, scope.asOf)}))::int
          as regressed
      from stage_entry e where ${entriesWithin(tx.orgId, scope, range)}`,
  );
  return found[0] ?? { base: 0, implied: 0, advanced: 0, regressed: 0 };
}
