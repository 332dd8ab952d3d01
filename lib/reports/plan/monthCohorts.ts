import { type OutcomeCounts, outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { maturityAge } from '#lib/bowtie/maturedRate.ts';
import { periodStart } from '#lib/bowtie/periods.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { exactCohorts } from '../askCohorts.ts';
import type { Cohort } from '../cohorts.ts';
import { periodCuts } from '../periodCuts.ts';
import type { PlanFacts } from './planFacts.ts';
import { planScope } from './planScope.ts';

const MONTHS = 24;

/** The cohorts of the calendar months of two years, and after which age each has mostly ended. */
export type MonthCohorts = {
  months: readonly { from: Day; to: Day; end: number }[];
  cohorts: readonly (Cohort & { ends: OutcomeCounts })[];
  /** In milliseconds, by the stage of the entry; over all segments. */
  settling: ReadonlyMap<LadderStage, number | null>;
};

export async function loadMonthCohorts(tx: Tx, facts: PlanFacts): Promise<MonthCohorts> {
  const { org, asOf, to, pairs } = facts;
  const from = periodStart(addMonths(to, -MONTHS), 'quarter', org);
  const { periods, cuts } = periodCuts({ from, to }, 'month', org);
  const stages = pairs.map(([stage]) => stage);
  const found = await exactCohorts(tx, planScope(org, asOf, stages), cuts);
  const cohorts = found.map((one) => ({ ...one, ends: outcomeCounts(one.histogram) }));
  return {
    months: periods.map((month, i) => ({ ...month, end: cuts[i + 1] ?? asOf })),
    cohorts,
    settling: new Map(
      stages.map((stage) => {
        const own = cohorts.filter((one) => one.stage === stage);
        const age = maturityAge(mergeHistograms(own.map((one) => one.histogram)));
        return [stage, age === null ? null : age * DAY_MS];
      }),
    ),
  };
}

type Of = { group: string | null; stage: LadderStage; buckets: readonly number[] };

/** How the entries of some months of a group ended. */
export function countsOf({ cohorts }: MonthCohorts, { group, stage, buckets }: Of) {
  const counts = { base: 0, advanced: 0, open: 0 };
  for (const one of cohorts) {
    const isOwn = group === null || one.group === group;
    if (!isOwn || one.stage !== stage || !buckets.includes(one.bucket)) continue;
    counts.base += one.ends.base;
    counts.advanced += one.ends.advanced;
    counts.open += one.ends.open;
  }
  return counts;
}

/** The months whose entries have had the time in which most advance. */
export function settledMonths(facts: PlanFacts, known: MonthCohorts, stage: LadderStage): number[] {
  const age = known.settling.get(stage) ?? null;
  if (age === null) return [];
  return known.months.flatMap(({ end }, i) => (end + age <= facts.asOf + 1 ? [i] : []));
}
