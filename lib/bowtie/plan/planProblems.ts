import { publicBenchmark } from '../benchmarkTable.ts';
import { headsLeft } from './headsLeft.ts';
import { retainedArr } from './newArr.ts';
import { planSums } from './planSums.ts';
import type {
  PlanGap,
  PlanInput,
  PlanProblem,
  PlanReach,
  PlanRole,
  PlanSegment,
  RolePlan,
} from './planTypes.ts';
import { hiredHeads } from './rampedHeads.ts';
import type { SegmentFlows } from './segmentFlows.ts';

type Told = {
  flows: readonly SegmentFlows[];
  capacity: readonly RolePlan[];
  gaps: readonly PlanGap[];
  reach: PlanReach;
};

/** Where no benchmark says better. */
const SOME_RATE = 0.1;

/**
 * Everything about a plan's inputs that its reader must know, each with the nearest inputs that
 * work: weights that do not sum to 1, a target that retention alone reaches, conversions of 0 and
 * of 1, lags beyond the plan, too little pipeline, roles without capacity or with too little of it.
 * Source: definitions, section 8.
 * @example
 * const bare = { key: 'all', opening_arr: '20', nrr: 1.5, share: 1, acv: '1', discount: 0, lags: {} };
 * const plan = { start: '2027-01-01', months: 12, target_arr: '25', capacity: [] };
 * const reach = { within_capacity: '25.00', within_pipeline: '25.00', arr: '25.00', binds: [] };
 * const told = { flows: [], capacity: [], gaps: [], reach };
 * const [one] = planProblems({ ...plan, segments: [{ ...bare, conversions: {} }] }, told);
 * [one?.code, one?.values.retained_arr] // => ['target_below_retention', '30.00']
 */
export function planProblems(plan: PlanInput, told: Told): PlanProblem[] {
  return [
    ...planSums(plan),
    ...belowRetention(plan),
    ...plan.segments.flatMap((segment, i) => segmentProblems(plan, segment, i)),
    ...pipelineShort(plan, told),
    ...plan.capacity.flatMap((role, i) => roleProblems(role, i, told.capacity[i], { plan, told })),
  ];
}

function belowRetention({ target_arr, segments }: PlanInput): PlanProblem[] {
  const retained = retainedArr(segments);
  // To end where retention alone leads is a plan: there is only nothing to win.
  if (Number(target_arr) >= Number(retained)) return [];
  return [
    {
      code: 'target_below_retention',
      weight: 'note',
      path: 'target_arr',
      values: { target_arr, retained_arr: retained },
      nearest: [{ path: 'target_arr', value: retained }],
    },
  ];
}

function segmentProblems(plan: PlanInput, segment: PlanSegment, i: number): PlanProblem[] {
  const rates = Object.entries(segment.conversions).flatMap(([key, rate]): PlanProblem[] => {
    if (rate !== 0 && (rate !== 1 || key === 'won>onboarded')) return [];
    const path = `segments.${i}.conversions.${key}`;
    const value = publicBenchmark(key, Number(segment.acv))?.rate ?? SOME_RATE;
    const values = { segment: segment.key, conversion: key };
    if (rate === 1) return [{ code: 'sure_conversion', weight: 'note', path, values, nearest: [] }];
    return [{ code: 'zero_conversion', weight: 'gap', path, values, nearest: [{ path, value }] }];
  });
  const lags = Object.entries(segment.lags).flatMap(([key, weights]): PlanProblem[] => {
    const beyond = weights.slice(plan.months).reduce((sum, one) => sum + one, 0);
    if (beyond === 0) return [];
    const last = weights.findLastIndex((one) => one > 0);
    return [
      {
        code: 'lag_beyond_plan',
        weight: 'note',
        path: `segments.${i}.lags.${key}`,
        values: { segment: segment.key, conversion: key, share: beyond, months: plan.months },
        nearest: [{ path: 'months', value: last + 1 }],
      },
    ];
  });
  return [...rates, ...lags];
}

/** Of each segment the stage that costs the most wins, and the target that the pipeline allows. */
function pipelineShort({ segments }: PlanInput, { flows, gaps, reach }: Told): PlanProblem[] {
  return segments.flatMap(({ key }, place): PlanProblem[] => {
    const short = gaps.filter((gap) => gap.reason === 'pipeline_short' && gap.segment === key);
    const [worst] = short.sort((a, b) => winsOf(flows[place], b) - winsOf(flows[place], a));
    if (worst === undefined) return [];
    const { stage, required, available } = worst;
    return [
      {
        code: 'pipeline_short',
        weight: 'gap',
        path: `segments.${place}`,
        values: { segment: key, stage, required: required ?? 0, available },
        nearest: [{ path: 'target_arr', value: reach.within_pipeline }],
      },
    ];
  });
}

/** What is missing at a stage, in wins. */
function winsOf(flows: SegmentFlows | undefined, { stage, missing }: PlanGap): number {
  let rate = 1;
  for (const step of flows?.chain ?? []) {
    rate *= step.rate;
    if (step.stage === stage) return (missing ?? 0) * rate;
  }
  return 0;
}

function roleProblems(
  role: PlanRole,
  i: number,
  own: RolePlan | undefined,
  { plan, told }: { plan: PlanInput; told: Told },
): PlanProblem[] {
  const peak = Math.max(0, ...(own?.months ?? []).map(({ load }) => load));
  const values = { role: role.role, stage: role.stage, load: peak };
  const nobody = role.heads === 0 && (role.hires ?? []).every(({ heads }) => heads === 0);
  if (role.per_month === 0 || nobody) {
    if (peak === 0) return [];
    const nothing = role.per_month === 0;
    const path = `capacity.${i}.${nothing ? 'per_month' : 'heads'}`;
    const value = Math.ceil(peak / (nothing ? Math.max(1, role.heads) : role.per_month));
    const nearest = [{ path, value }];
    return [{ code: 'role_without_capacity', weight: 'gap', path, values, nearest }];
  }
  if (own === undefined || own.months.every(({ binds }) => binds === 'demand')) return [];
  const heads = Math.max(
    ...own.months.map(({ load }, m) => {
      const missing = load / role.per_month - hiredHeads(role, plan.start, m);
      return missing <= 0 ? 0 : missing / headsLeft(role.attrition, m);
    }),
  );
  // Where all leave within the year no number of heads at its start would do.
  const enough = Number.isFinite(heads)
    ? [{ path: `capacity.${i}.heads`, value: Math.ceil(heads - 1e-9) }]
    : [];
  const nearest = [...enough, { path: 'target_arr', value: told.reach.within_capacity }];
  const path = `capacity.${i}.heads`;
  return [{ code: 'capacity_short', weight: 'gap', path, values, nearest }];
}
