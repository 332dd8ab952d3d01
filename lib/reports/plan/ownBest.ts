import { periodStart } from '#lib/bowtie/periods.ts';
import type { OwnBest } from '#lib/bowtie/plan/planFeasibility.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { countsOf, type MonthCohorts, settledMonths } from './monthCohorts.ts';
import type { PlanFacts } from './planFacts.ts';

/** A best quarter of fewer is chance. */
const ENOUGH = 20;

/** The best month of each stage and the best settled quarter of each conversion, by segment. */
export function ownBest(
  facts: PlanFacts,
  known: MonthCohorts,
  keys: readonly string[],
): Record<string, OwnBest> {
  return Object.fromEntries(
    keys.map((key) => {
      // A key that is no segment of the organization stands for all of it.
      const group = facts.cohorts.some((one) => one.group === key) ? key : null;
      return [key, { months: bestMonths(facts, group), rates: bestQuarters(facts, known, group) }];
    }),
  );
}

function bestMonths(facts: PlanFacts, own: string | null): OwnBest['months'] {
  const best: Record<string, { best: number; month: string }> = {};
  for (const { month, entries: all } of facts.pastMonths) {
    const sums = new Map<string, number>();
    for (const { group, stage, entries } of all) {
      if (own === null || group === own) sums.set(stage, (sums.get(stage) ?? 0) + entries);
    }
    for (const [stage, count] of sums) {
      if (count > (best[stage]?.best ?? 0)) best[stage] = { best: count, month: month.slice(0, 7) };
    }
  }
  return best;
}

function bestQuarters(
  facts: PlanFacts,
  known: MonthCohorts,
  group: string | null,
): OwnBest['rates'] {
  const quarters = Map.groupBy(known.months.keys(), (i) =>
    periodStart(known.months[i]?.from ?? facts.from, 'quarter', facts.org),
  );
  const found: Record<string, OwnBest['rates'][string]> = {};
  for (const [stage, next] of facts.pairs) {
    const old = new Set(settledMonths(facts, known, stage));
    for (const [from, buckets] of quarters) {
      const { base, advanced, open } = countsOf(known, { group, stage, buckets });
      const rate = ratio(advanced, base);
      const complete = open === 0 || buckets.every((i) => old.has(i));
      if (!complete || base < ENOUGH || rate === null) continue;
      const name = `${stage}>${next}`;
      const to = known.months[buckets.at(-1) ?? 0]?.to ?? from;
      if (rate > (found[name]?.best ?? 0)) found[name] = { best: rate, base, from, to };
    }
  }
  return found;
}
