import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { sideOf } from '../prepareBowtie.ts';
import type { PlanDefaults } from './planState.ts';

export type PlanPlate = {
  stage: LadderStage;
  side: 'left' | 'knot' | 'right';
  required: number;
  /** Entries of the last twelve months; null where nobody counted them. */
  actual: number | null;
  /** How many times as much. */
  times: number | null;
  /** Conversion to the next stage over all tiers: what the plan reckons with. */
  rate: number | null;
  /** 0..1 along and across the figure, the plan and what was. */
  along: number;
  size: number;
  was: number;
};

export type PlanFigure = {
  plates: PlanPlate[];
  /** What today's customers keep and what is won, as parts of the end. */
  end: { kept: number; won: number };
};

const RIGHT = 0.8;

/** The bowtie of a plan over the bowtie of the last twelve months, on one scale each side. */
export function planFigure(input: PlanInput, result: PlanResult, known: PlanDefaults): PlanFigure {
  const totals = new Map<LadderStage, number>();
  for (const { stages, total } of result.departments) {
    for (const stage of stages) totals.set(stage, total);
  }
  const stages = LADDER.filter((stage) => totals.has(stage));
  const actual = (stage: LadderStage) => {
    const own = Object.values(known.actual).flatMap(({ entries }) => entries[stage] ?? []);
    return own.length === 0 ? null : own.reduce((sum, one) => sum + one, 0);
  };
  const months = 12 / input.months;
  const peak = Math.max(1, ...stages.flatMap((one) => [totals.get(one) ?? 0, actual(one) ?? 0]));
  const sized = (count: number, side: string) =>
    Math.sqrt(count / peak) * (side === 'right' ? RIGHT : 1);
  return {
    plates: stages.map((stage, i) => {
      const required = totals.get(stage) ?? 0;
      const was = actual(stage);
      const next = stages[i + 1];
      const side = sideOf(stage);
      return {
        ...{ stage, side, required, actual: was },
        times: was === null ? null : ratio(required * months, was),
        rate: next === undefined ? null : ratio(totals.get(next) ?? 0, required),
        along: i / Math.max(1, stages.length),
        size: sized(required, side),
        was: sized((was ?? 0) / months, side),
      };
    }),
    end: {
      kept: Number(input.target_arr) - Math.max(0, Number(result.new_arr)),
      won: Math.max(0, Number(result.new_arr)),
    },
  };
}
