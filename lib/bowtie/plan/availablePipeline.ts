import { advancesAfter, type Flow, flowSum, sharesOf } from './flow.ts';
import type { ChainStep } from './planChain.ts';
import type { PlanPipeline, PlanSegment } from './planTypes.ts';

/** When the open entries of one stage advance: months are counted from the month of counting. */
function advancesOfStock(step: ChainStep, pipeline: PlanPipeline, segment: PlanSegment): Flow {
  const lags = sharesOf(segment.lags[step.key] ?? [1]);
  const open = pipeline.open[step.stage] ?? [];
  const values = new Array<number>(lags.length).fill(0);
  open.forEach((count, age) => {
    const left = lags.map((share, k) => {
      if (k < age) return 0;
      return step.rate * share * (k === age ? 1 - pipeline.elapsed : 1);
    });
    const expected = left.reduce((sum, one) => sum + one, 0);
    const still = stillOpen(pipeline.still_open?.[step.key], lags, age, pipeline.elapsed);
    // An overridden rate can promise more than there is: nothing advances twice.
    const scale = Math.max(still, expected);
    if (scale === 0) return;
    left.forEach((share, k) => {
      const month = k - age;
      if (month >= 0) values[month] = (values[month] ?? 0) + (count * share) / scale;
    });
  });
  return { early: 0, values };
}

/** Share of entries that are still open at an age: measured, else as those that advance. */
function stillOpen(
  measured: readonly number[] | undefined,
  lags: readonly number[],
  age: number,
  elapsed: number,
): number {
  const at = (month: number): number => {
    if (measured !== undefined) return measured[Math.min(month, measured.length - 1)] ?? 1;
    return lags.slice(month).reduce((sum, one) => sum + one, 0);
  };
  return (1 - elapsed) * at(age) + elapsed * at(age + 1);
}

/**
 * Expected wins of the open pipeline by month, from the month in which it was counted, by the stage
 * in which the records are now.
 *
 * An open entry of age a advances in k months with rate x P(lag = a + k) / share still open at a:
 * the same curves as the plan's. What advances goes on through the later stages as a fresh entry.
 * The nearest stage to the win first, as the chain. Source: definitions, section 8 (5).
 * @example
 * const chain = [{ stage: 'sal', key: 'sal>won', rate: 0.5 }];
 * const pipeline = { months_to_start: 0, elapsed: 0, open: { sal: [0, 8] } };
 * const lags = { 'sal>won': [0, 0.5, 0.5] };
 * pipelineWins({ chain, segment: { lags, pipeline } }).get('sal')?.values // => [2, 2, 0]
 */
export function pipelineWins({
  chain,
  segment,
}: {
  chain: readonly ChainStep[];
  segment: PlanSegment;
}): Map<string, Flow> {
  const wins = new Map<string, Flow>();
  const { pipeline } = segment;
  if (pipeline === undefined) return wins;
  chain.forEach((step, place) => {
    const later = chain.slice(0, place).reverse();
    let flow = advancesOfStock(step, pipeline, segment);
    for (const next of later) flow = advancesAfter(flow, next.rate, segment.lags[next.key]);
    wins.set(step.stage, flow);
  });
  return wins;
}

/**
 * What the open pipeline stands for inside the plan, as entries into each stage.
 *
 * available(s) = expected wins within the plan of the records that are in s or further now, divided
 * by the conversions from s to the win: comparable with `locked`, which counts entries into s that
 * came before the plan. Source: definitions, section 8 (5).
 * @example
 * const chain = [{ stage: 'sal', key: 'sal>won', rate: 0.5 }];
 * const pipeline = { months_to_start: 1, elapsed: 0, open: { sal: [8] } };
 * const segment = { lags: { 'sal>won': [0.5, 0.5] }, pipeline };
 * availablePipeline({ chain, segment }, 12).get('sal') // => 4
 */
export function availablePipeline(
  { chain, segment }: { chain: readonly ChainStep[]; segment: PlanSegment },
  months: number,
): Map<string, number> {
  const available = new Map<string, number>();
  const wins = pipelineWins({ chain, segment });
  const start = segment.pipeline?.months_to_start ?? 0;
  let sum = 0;
  let rate = 1;
  for (const step of chain) {
    const flow = wins.get(step.stage) ?? { early: 0, values: [] };
    sum += flowSum(flow, start, start + months);
    rate *= step.rate;
    available.set(step.stage, sum / rate);
  }
  return available;
}
