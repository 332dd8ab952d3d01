import { type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import {
  type CriteriaAnswer,
  type CriterionAnswer,
  DEFINED_STAGES,
} from '#lib/contract/criteria.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { type CriterionRow, listCriteria } from '#lib/store/stageCriteria.ts';
import type { ReportContext } from './context.ts';

/** The organization's entry criteria as they were in force on a day (today), with all versions. */
export async function getCriteria(
  { pool, org }: ReportContext,
  asked: Day | null,
  now: Date,
): Promise<CriteriaAnswer> {
  const today = localDayOf(now.getTime(), org.timeZone);
  const on = asked ?? today;
  const all = await inOrg(pool, org.id, 'read', listCriteria);
  const criteria = DEFINED_STAGES.map((stage): CriterionAnswer => {
    const own = all.filter((one) => one.stage === stage);
    const held = inForce(own, on);
    return {
      stage,
      text: held === null || held.text === '' ? null : held.text,
      version: held?.version ?? null,
      versions: own.map(({ version, text, from, createdAt }) => {
        return { version, text, from, created_at: new Date(createdAt).toISOString() };
      }),
    };
  });
  return { data: { on, today, criteria } };
}

/** The latest day at or before the asked one wins, of one day the later wording. */
function inForce(newestFirst: readonly CriterionRow[], on: Day): CriterionRow | null {
  return newestFirst.reduce<CriterionRow | null>((held, one) => {
    if (one.from > on) return held;
    return held === null || one.from > held.from ? one : held;
  }, null);
}
