import { LADDER } from '../stages.ts';
import { onboardedFlow } from './departmentPlans.ts';
import { flowAt } from './flow.ts';
import type { SegmentFlows } from './segmentFlows.ts';

/**
 * What every stage has to handle in each month of the plan, all segments together, unrounded.
 * @example
 * stageLoads([], 2).get('won') // => [0, 0]
 */
export function stageLoads(flows: readonly SegmentFlows[], months: number): Map<string, number[]> {
  const loads = new Map<string, number[]>();
  for (const stage of LADDER) {
    const own = flows.flatMap((one) => {
      return stage === 'won' ? [one.won] : (one.entries.get(stage) ?? []);
    });
    if (own.length === 0 && stage !== 'won') continue;
    const sum = (m: number) => own.reduce((all, flow) => all + flowAt(flow, m), 0);
    loads.set(
      stage,
      Array.from({ length: months }, (_, m) => sum(m)),
    );
  }
  const live = onboardedFlow(flows);
  if (live !== null) {
    const each = Array.from({ length: months }, (_, m) => flowAt(live, m));
    loads.set('onboarded', each);
  }
  return loads;
}
