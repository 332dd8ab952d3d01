import { addMonths } from '#lib/bowtie/localDay.ts';
import { countsOf, type MonthCohorts, settledMonths } from './monthCohorts.ts';
import type { PlanFacts } from './planFacts.ts';

type Evidence = Record<string, Record<string, { successes: number; trials: number }>>;

/**
 * What odds may rest on: of each conversion the entries of the last twelve settled months, and
 * those of them that advanced, by segment and (as "") for all.
 */
export function ownEvidence(facts: PlanFacts, known: MonthCohorts): Evidence {
  const groups = [...new Set(known.cohorts.map(({ group }) => group))].sort();
  const since = addMonths(facts.to, -13);
  const of = (group: string | null) =>
    Object.fromEntries(
      facts.pairs.map(([stage, next]) => {
        const old = settledMonths(facts, known, stage);
        const buckets = old.filter((i) => (known.months[i]?.from ?? '') >= since);
        const used = buckets.length > 0 ? buckets : old;
        const { base, advanced } = countsOf(known, { group, stage, buckets: used });
        return [`${stage}>${next}`, { successes: advanced, trials: base }];
      }),
    );
  return Object.fromEntries([...groups.map((one) => [one, of(one)]), ['', of(null)]]);
}
