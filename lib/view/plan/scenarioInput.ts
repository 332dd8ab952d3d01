import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { simulatePlan } from '#lib/bowtie/plan/simulatePlan.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import type { PlanDefaults } from './planState.ts';

/** A saved plan with today's pipeline; what was saved open is as measured. */
export function scenarioInput({ inputs }: Scenario, defaults: PlanDefaults): PlanInput {
  const { start, months, target_arr, segments = [], capacity = [] } = inputs.plan;
  return {
    ...{ start, months, target_arr, rounding: 'display' },
    segments: segments.map(({ lags = {}, conversions = {}, ...own }) => {
      const known = defaults.segments.find(({ key }) => key === own.key);
      return {
        key: own.key,
        opening_arr: own.opening_arr ?? known?.opening_arr ?? '0.00',
        nrr: own.nrr ?? known?.nrr ?? 1,
        share: own.share ?? known?.share ?? 0,
        acv: own.acv ?? known?.acv ?? '1.00',
        discount: own.discount ?? known?.discount ?? 0,
        ...{ conversions, lags, seasonality: own.seasonality, pipeline: known?.pipeline },
      };
    }),
    capacity,
  };
}

/** What one scenario comes to, to be held against others. */
export type ScenarioLine = {
  id: string;
  name: string;
  target: string;
  newArr: string;
  stages: { stage: LadderStage; total: number; peak: number }[];
  hires: number;
  hireCost: number | null;
  within: string;
  hit: number;
};

const RUNS = 2_000;

export function scenarioLine(
  id: string,
  name: string,
  { input, defaults }: { input: PlanInput; defaults: PlanDefaults },
): ScenarioLine {
  const result = decomposePlan(input);
  const costs = result.capacity.map(({ hire_cost }) => hire_cost);
  const odds = simulatePlan(
    { ...input, capacity: [] },
    { runs: RUNS, seed: 1, own_evidence: defaults.evidence },
  );
  return {
    ...{ id, name, target: input.target_arr, newArr: result.new_arr },
    stages: LADDER.flatMap((stage) => {
      const own = result.departments.find(({ stages }) => stages.includes(stage));
      if (own === undefined) return [];
      const peak = Math.max(0, ...own.months.map(({ value }) => value));
      return [{ stage, total: own.total, peak }];
    }),
    hires: result.capacity.reduce(
      (sum, { hires }) => sum + hires.reduce((all, { heads }) => all + heads, 0),
      0,
    ),
    hireCost: costs.includes(null) ? null : costs.reduce((sum, cost) => sum + Number(cost), 0),
    within: result.reach.arr,
    hit: odds.p_hit,
  };
}

/** The plan of the page first, then saved ones. Each is drawn anew: ask only for what is shown. */
export function compareLines(
  own: { name: string; input: PlanInput },
  saved: readonly Scenario[],
  defaults: PlanDefaults,
): ScenarioLine[] {
  return [
    scenarioLine('', own.name, { input: own.input, defaults }),
    ...saved.map((one) =>
      scenarioLine(one.id, one.name, { input: scenarioInput(one, defaults), defaults }),
    ),
  ];
}
