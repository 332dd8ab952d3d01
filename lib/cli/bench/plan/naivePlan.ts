import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { createRandom, drawBeta } from '#lib/bowtie/plan/random.ts';
import type { Evidence } from '#lib/bowtie/plan/simulatePlan.ts';
import { LADDER } from '#lib/bowtie/stages.ts';

const CHAIN = LADDER.slice(0, LADDER.indexOf('won') + 1);

/** A plan as one would first write it: each month's wins followed back along every path of lags. */
export function naiveDecompose(plan: PlanInput): Map<string, number> {
  const entries = new Map<string, number>();
  const retained = plan.segments.reduce((sum, one) => sum + Number(one.opening_arr) * one.nrr, 0);
  for (const one of plan.segments) {
    const live = one.conversions['won>onboarded'] ?? 1;
    const price = Number(one.acv) * (1 - one.discount) * live;
    const wins = ((Number(plan.target_arr) - retained) * one.share) / price;
    const follow = (place: number, month: number, count: number): void => {
      const name = `${one.key} ${CHAIN[place]} ${month}`;
      entries.set(name, (entries.get(name) ?? 0) + count);
      const key = `${CHAIN[place - 1]}>${CHAIN[place]}`;
      const rate = one.conversions[key];
      if (rate === undefined) return;
      (one.lags[key] ?? [1]).forEach((share, k) => {
        follow(place - 1, month - k, (count * share) / rate);
      });
    };
    for (let month = 0; month < plan.months; month += 1) {
      follow(CHAIN.length - 1, month, wins / plan.months);
    }
  }
  return entries;
}

/** One coin for every prospect at every stage: the mean ARR at the end over some years. */
export function naiveYears(
  plan: PlanInput,
  evidence: Readonly<Record<string, Evidence>>,
  years: number,
): number {
  const required = naiveDecompose(plan);
  const random = createRandom(1);
  const retained = plan.segments.reduce((sum, one) => sum + Number(one.opening_arr) * one.nrr, 0);
  let sum = 0;
  for (let year = 0; year < years; year += 1) {
    const rates = Object.values(evidence).map(({ successes, trials }) => {
      return drawBeta(random, successes + 1, trials - successes + 1);
    });
    let arr = retained;
    for (const one of plan.segments) {
      let prospects = 0;
      for (const [name, count] of required) {
        if (name.startsWith(`${one.key} prospect `)) prospects += count;
      }
      const live = one.conversions['won>onboarded'] ?? 1;
      const price = Number(one.acv) * (1 - one.discount) * live;
      for (let i = 0; i < prospects; i += 1) {
        if (rates.every((rate) => random() < rate)) arr += price;
      }
    }
    sum += arr;
  }
  return sum / years;
}
