import type { PlanResult, SegmentPlan } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Text } from '../text.ts';
import { stageName } from '../text.ts';

/** A line of the grid: a stage, what must already be there, its months, and their sum. */
export type GridRow = {
  stage: LadderStage;
  name: Text;
  locked: number;
  months: number[];
  total: number;
};
export type Grid = { months: string[]; rows: GridRow[] };

/** Month by stage: of one tier, or of all of them together. */
export function planGrid(result: PlanResult, tier: string | null): Grid {
  const own = result.segments.filter(({ key }) => tier === null || key === tier);
  const months = own[0]?.months.map(({ month }) => month) ?? [];
  const used = LADDER.filter(
    (stage) => stage === 'won' || own.some(({ entries }) => entries[stage] !== undefined),
  );
  const rows = used.map((stage) => ({
    stage,
    name: stageName(stage),
    locked: sum(own, ({ locked }) => locked[stage]),
    months: months.map((_, i) =>
      sum(own, (one) => {
        const month = one.months[i];
        return stage === 'won' ? month?.wins : month?.entries[stage];
      }),
    ),
    total: sum(own, (one) => (stage === 'won' ? one.wins : one.entries[stage])),
  }));
  return { months, rows };
}

function sum(all: readonly SegmentPlan[], of: (one: SegmentPlan) => number | undefined): number {
  return all.reduce((total, one) => total + (of(one) ?? 0), 0);
}
