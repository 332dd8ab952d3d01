import { addMonths, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import { retainedArr, valuePerWin } from '#lib/bowtie/plan/newArr.ts';
import type { PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import { type ScenarioInputs, scenarioInputs } from '#lib/contract/scenarios.ts';
import { fillPlan } from '#lib/reports/plan/fillPlan.ts';
import { loadPlanFacts, type PlanFacts } from '#lib/reports/plan/planFacts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { addPublication } from '#lib/store/publications.ts';
import { putScenario } from '#lib/store/scenarios.ts';
import { isTier, PLANNED_GROWTH } from './plannedGrowth.ts';

const BY = { author: 'Aurora Cloud', remark: 'Agreed before the year began' };
/** A board agrees on a round number. */
const ROUND = 50_000;

/**
 * Publishes the plan of the fiscal year as it would have been made on the eve of it: rates, prices
 * and retention of the twelve months before, and some more prospects in each tier.
 */
export async function publishPlan(tx: Tx, org: Org, now: Date, newId: () => string): Promise<void> {
  const start = fiscalYearOf(localDayOf(now.getTime(), org.timeZone), org.fiscalStartMonth);
  const begins = new Date(startOfLocalDay(start, org.timeZone));
  const facts = await loadPlanFacts(tx, org, { start }, new Date(begins.getTime() - 1));
  const body = planOf(facts, start);
  const id = newId();
  const name = `Aurora ${addMonths(start, 11).slice(0, 4)}`;
  const row = { id, name, version: 1, body, locked: true, createdAt: begins, updatedAt: begins };
  await putScenario(tx, row, BY);
  const publication = { fiscalYear: start, scenarioId: id, version: 1, publishedAt: begins };
  await addPublication(tx, publication, BY);
}

function planOf(facts: PlanFacts, start: string): ScenarioInputs {
  const asked = { start, months: 12, target_arr: '0', rounding: 'none' as const };
  const { plan, assumptions } = fillPlan(facts, asked);
  const wanted = plan.segments.map((one) => newOf(facts, one));
  const sum = wanted.reduce((all, one) => all + one, 0);
  const target = Math.round((Number(retainedArr(plan.segments)) + sum) / ROUND) * ROUND;
  // Parsed as the front door would: what it refuses must not be in the sample either.
  return scenarioInputs.parse({
    plan: {
      ...{ start, months: plan.months, target_arr: String(target) },
      segments: plan.segments.map(({ pipeline: _, seasonality: _own, ...segment }, i) => {
        return { ...segment, share: (wanted[i] ?? 0) / sum };
      }),
    },
    assumptions: assumptions.filter(({ path }) => !/[.](share|seasonality)$/.test(path)),
  });
}

/**
 * What a tier is to win: the prospects of the year before and some more, at its rates and price.
 * Its wins of that year say too little: the history begins without a pipeline.
 */
function newOf(facts: PlanFacts, segment: PlanSegment): number {
  const { key, conversions } = segment;
  const [first] = facts.pairs[0] ?? [];
  const came = facts.cohorts.filter(({ group, stage }) => group === key && stage === first);
  const growth = isTier(key) ? PLANNED_GROWTH[key] : 1;
  const chance = facts.pairs
    .filter(([stage]) => stage !== 'won')
    .reduce((all, [stage, next]) => all * (conversions[`${stage}>${next}`] ?? 0), 1);
  const entries = came.reduce((all, one) => all + one.entries, 0);
  return entries * growth * chance * valuePerWin(segment);
}
