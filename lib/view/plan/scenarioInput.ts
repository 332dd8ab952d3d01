import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput, PlanResult, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
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
        grr: own.grr,
        share: own.share ?? known?.share ?? 0,
        acv: own.acv ?? known?.acv ?? '1.00',
        discount: own.discount ?? known?.discount ?? 0,
        ...{
          conversions,
          lags,
          seasonality: own.seasonality,
          pipeline: pipelineAt(known?.pipeline, defaults.start, start),
        },
      };
    }),
    capacity,
  };
}

/** One scenario with what follows from it, to be held against others. */
export type ScenarioLine = { id: string; name: string; input: PlanInput; result: PlanResult };

/** The plan of the page first, then saved ones. */
export function compareLines(
  own: { name: string; input: PlanInput; result: PlanResult },
  saved: readonly Scenario[],
  defaults: PlanDefaults,
): ScenarioLine[] {
  const others = saved.map((one) => {
    const input = scenarioInput(one, defaults);
    return { id: one.id, name: one.name, input, result: decomposePlan(input) };
  });
  return [{ ...own, id: '' }, ...others];
}

/** The pipeline of the page, as far before another start as that one is. */
function pipelineAt(
  pipeline: PlanSegment['pipeline'],
  counted: string,
  start: string,
): PlanSegment['pipeline'] {
  if (pipeline === undefined) return undefined;
  const months = pipeline.months_to_start + monthOf(start) - monthOf(counted);
  return { ...pipeline, months_to_start: Math.max(0, months) };
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
