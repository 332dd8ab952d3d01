import type { LadderStage } from '../stages.ts';
import { advancesAfter, type Flow, flowAt, flowSum } from './flow.ts';
import { planMonth } from './planMonth.ts';
import type { Department, DepartmentPlan, PlanInput, SegmentPlan } from './planTypes.ts';
import { flowTotal, type SegmentFlows } from './segmentFlows.ts';

/**
 * The department that owns a stage, as `CSM` those of the loop. Source: definitions, section 8 (6).
 * @example
 * departmentOf('mql') // => 'Marketing'
 * departmentOf('onboarded') // => 'ONB'
 */
export function departmentOf(stage: LadderStage): Department {
  if (stage === 'prospect' || stage === 'mql') return 'Marketing';
  if (stage === 'sql' || stage === 'sal') return 'SDR';
  if (stage === 'won') return 'AE';
  return stage === 'onboarded' ? 'ONB' : 'CSM';
}

/**
 * Customers that go live, by month: wins x `won>onboarded` with its lags; null where no segment
 * says how many do. Source: definitions, section 8 (6).
 * @example
 * onboardedFlow([]) // => null
 */
export function onboardedFlow(segments: readonly SegmentFlows[]): Flow | null {
  const flows = segments.flatMap(({ segment, won }) => {
    const live = segment.conversions['won>onboarded'];
    return live === undefined ? [] : [advancesAfter(won, live, segment.lags['won>onboarded'])];
  });
  if (flows.length === 0) return null;
  const length = Math.max(...flows.map(({ values }) => values.length));
  const sum = (i: number) => flows.reduce((all, one) => all + (one.values[i] ?? 0), 0);
  return { early: 0, values: Array.from({ length }, (_, i) => sum(i)) };
}

/**
 * What each department has to bring, one row for each stage that it owns; segments summed.
 * total = locked + months + later. Units: entries. Source: definitions, section 8 (6).
 * @example
 * departmentPlans({ start: '2027-01-01', months: 12 }, ['won'], [], null)[0]?.department // => 'AE'
 */
export function departmentPlans(
  plan: Pick<PlanInput, 'start' | 'months'>,
  stages: readonly LadderStage[],
  segments: readonly SegmentPlan[],
  onboarded: Flow | null,
): DepartmentPlan[] {
  const rows = stages.map((stage): DepartmentPlan => {
    const sum = (of: (one: SegmentPlan) => number) =>
      segments.reduce((all, one) => all + of(one), 0);
    const isWin = stage === 'won';
    return {
      department: departmentOf(stage),
      stages: [stage],
      total: sum((one) => (isWin ? one.wins : (one.entries[stage] ?? 0))),
      locked: isWin ? 0 : sum((one) => one.locked[stage] ?? 0),
      months: monthsOf(plan, (i) =>
        sum(({ months }) => (isWin ? months[i]?.wins : months[i]?.entries[stage]) ?? 0),
      ),
      later: 0,
    };
  });
  return onboarded === null ? rows : [...rows, onboardedPlan(plan, onboarded)];
}

function onboardedPlan(plan: Pick<PlanInput, 'start' | 'months'>, flow: Flow): DepartmentPlan {
  return {
    department: 'ONB',
    stages: ['onboarded'],
    total: flowTotal(flow),
    locked: 0,
    months: monthsOf(plan, (i) => flowAt(flow, i)),
    later: flowSum(flow, plan.months, flow.values.length),
  };
}

function monthsOf(
  { start, months }: Pick<PlanInput, 'start' | 'months'>,
  value: (place: number) => number,
): DepartmentPlan['months'] {
  return Array.from({ length: months }, (_, i) => ({
    month: planMonth(start, i),
    value: value(i),
  }));
}
