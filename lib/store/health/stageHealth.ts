import sql from 'sql-template-tag';
import { z } from 'zod';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '../inOrg.ts';
import { entriesWithin, type QuestionScope, type Range } from '../questionScope.ts';
import { rows } from '../rows.ts';
import { faultOf, isPair } from './faultOf.ts';

const count = z.int();
const stageRow = z.strictObject({
  stage: z.enum(LADDER),
  entries: count,
  skipped: count,
  backdated: count,
  pairs: count,
  same_day: count,
  ownerless: count,
  amountless: count,
  sound: count,
});
export type StageHealth = z.infer<typeof stageRow>;

/** How many entries of each stage carry which fault, and how many carry none that counts. */
export async function stageHealth(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  { zone, priced }: { zone: string; priced: readonly LadderStage[] },
): Promise<StageHealth[]> {
  const fault = (name: Parameters<typeof faultOf>[0]) => faultOf(name, scope, zone);
  return rows(
    tx,
    stageRow,
    sql`select e.stage, count(*)::int as entries,
        (count(*) filter (where ${fault('skipped')}))::int as skipped,
        (count(*) filter (where ${fault('backdated')}))::int as backdated,
        (count(*) filter (where ${isPair(scope.asOf)}))::int as pairs,
        (count(*) filter (where ${fault('same_day')}))::int as same_day,
        (count(*) filter (where ${fault('ownerless')}))::int as ownerless,
        (count(*) filter (where ${fault('amountless')}))::int as amountless,
        (count(*) filter (where not ${fault('skipped')} and not ${fault('backdated')}
          and not ${fault('ownerless')}
          and not (${fault('amountless')} and e.stage = any(${[...priced]}::text[]))))::int as sound
      from stage_entry e where ${entriesWithin(tx.orgId, scope, range)} group by e.stage`,
  );
}
