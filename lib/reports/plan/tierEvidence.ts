import type { ConversionEvidence } from '#lib/bowtie/plan/scaleReadiness.ts';
import type { DecomposeBody } from '#lib/contract/plans.ts';
import { measuredRate } from './measured.ts';
import { countsOf, type MonthCohorts, settledMonths } from './monthCohorts.ts';
import type { PlanFacts } from './planFacts.ts';

/** How well each conversion of a tier is known, and how it does against the published plan. */
export function tierEvidence(
  facts: PlanFacts,
  known: MonthCohorts,
  group: string | null,
  plan: DecomposeBody | null,
): ConversionEvidence[] {
  const planned = plan?.segments?.find(({ key }) => key === group)?.conversions ?? {};
  return facts.pairs.map(([stage, next]) => {
    const conversion = `${stage}>${next}`;
    const buckets = settledMonths(facts, known, stage).slice(-3);
    const { base, advanced } = countsOf(known, { group, stage, buckets });
    const own = facts.cohorts.filter((one) => {
      return one.stage === stage && (group === null || one.group === group);
    });
    return {
      conversion,
      base: own.reduce((sum, { entries }) => sum + entries, 0),
      matured: measuredRate(facts, group, stage) !== null,
      recent: buckets.length === 0 ? null : { base, advanced },
      plan: planned[conversion] ?? null,
    };
  });
}
