import { landedShare } from '#lib/bowtie/plan/gapWorth.ts';
import { retainedArr, valuePerWin } from '#lib/bowtie/plan/newArr.ts';
import { type ChainStep, planChain } from '#lib/bowtie/plan/planChain.ts';
import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import { headroom } from './headroom.ts';
import type { PlanDefaults } from './planState.ts';

/** What a plan's rates and people would bring if only last year's volumes came again. */
export type AtVolumes = { wins: number; arr: number };

/** Within a thousandth a rate is as measured: saved ones were measured when they were saved. */
const SAME = 1e-3;

/**
 * Last year's wins, and of every rate that is not as measured what it changes, from the lags on and
 * within what the people can take: for one better rate just what the levers say of it.
 */
export function atVolumes(input: PlanInput, known: PlanDefaults): AtVolumes {
  let [wins, arr] = [0, Number(retainedArr(input.segments))];
  for (const segment of input.segments) {
    const last = known.actual[segment.key]?.entries.won ?? 0;
    const won = (last * input.months) / 12 + gainOf(segment, input, known);
    wins += won;
    arr += won * valuePerWin(segment);
  }
  return { wins, arr };
}

function gainOf(segment: PlanSegment, input: PlanInput, known: PlanDefaults): number {
  const measured = known.segments.find(({ key }) => key === segment.key)?.conversions ?? {};
  const was = ({ key, rate }: ChainStep) => measured[key] ?? rate;
  const isSet = (step: ChainStep) => Math.abs(step.rate - was(step)) > SAME * was(step);
  const chain = planChain(segment.conversions);
  const from = chain.findLastIndex(isSet);
  const first = chain[from];
  if (first === undefined) return 0;
  const base = known.actual[segment.key]?.entries[first.stage] ?? 0;
  let [then, now, within] = [base, base, 1];
  const steps = chain.slice(0, from + 1).reverse();
  steps.forEach((step, i) => {
    then *= isSet(step) ? step.rate : was(step);
    now *= was(step);
    const more = then - now;
    const stage = steps[i + 1]?.stage ?? 'won';
    if (more > 0) {
      within = Math.min(within, headroom(input, known, { tier: segment.key, stage }) / more);
    }
  });
  const lags = steps.map(({ key }) => ({ lags: segment.lags[key] }));
  return (then - now) * within * landedShare(lags, input.months);
}
