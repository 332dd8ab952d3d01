import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER } from '#lib/bowtie/stages.ts';

/**
 * The arithmetic of a plan, slowly and in another way than lib/bowtie: every single win is followed
 * back along every path of lags, and each path books its share in a table by stage and month.
 */
export function oraclePlan(plan: PlanInput): {
  newArr: number;
  segments: { wins: number; entries: Map<string, Map<number, number>> }[];
} {
  let retained = 0;
  for (const one of plan.segments) retained += Number(one.opening_arr) * one.nrr;
  const newArr = Number(plan.target_arr) - retained;
  const shares = plan.segments.reduce((sum, one) => sum + one.share, 0);
  const segments = plan.segments.map((one) => {
    const entries = new Map<string, Map<number, number>>();
    const live = one.conversions['won>onboarded'] ?? 1;
    const price = Number(one.acv) * (1 - one.discount) * live;
    const wins = newArr > 0 ? (newArr * one.share) / shares / price : 0;
    const season = one.seasonality ?? new Array<number>(plan.months).fill(1);
    const weight = season.reduce((sum, each) => sum + each, 0);
    const follow = (stage: string, month: number, count: number): void => {
      const own = entries.get(stage) ?? new Map<number, number>();
      own.set(month, (own.get(month) ?? 0) + count);
      entries.set(stage, own);
      const place = (LADDER as readonly string[]).indexOf(stage);
      const before = [...LADDER.slice(0, place)].reverse().find((each) => {
        return one.conversions[`${each}>${stage}`] !== undefined;
      });
      const rate = before === undefined ? 0 : (one.conversions[`${before}>${stage}`] ?? 0);
      if (before === undefined || rate === 0) return;
      const lags = one.lags[`${before}>${stage}`] ?? [1];
      const all = lags.reduce((sum, each) => sum + each, 0);
      lags.forEach((share, k) => {
        if (share > 0) follow(before, month - k, (count * share) / all / rate);
      });
    };
    season.forEach((each, month) => {
      follow('won', month, (wins * each) / weight);
    });
    return { wins, entries };
  });
  return { newArr, segments };
}
