import type { PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { trackLine } from '#lib/bowtie/plan/trackLine.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { PlanTrack, TrackLine } from '#lib/contract/planTrack.ts';
import type { TrackCounts } from './countTrack.ts';
import type { Moment } from './momentOf.ts';

/** Every stage of the plan against what came, in all and by segment. */
export function trackStages(
  { departments, segments }: PlanResult,
  counts: TrackCounts,
  moment: Moment,
): Pick<PlanTrack, 'stages' | 'segments'> {
  const curves = new Map(
    departments.flatMap(({ stages }) => stages.map((stage) => [stage, counts.curve(stage)])),
  );
  const lineOf = (stage: LadderStage, segment: string | null, planned: Planned[]): TrackLine => {
    const actuals = counts.of(stage, segment);
    const targets = planned.map(({ value }) => value);
    const curve = curves.get(stage) ?? null;
    return {
      stage,
      ...trackLine({ targets, actuals, curve, ...moment }),
      months: planned.map(({ month, value }, i) => {
        return { month, target: value, actual: actuals[i] ?? null };
      }),
    };
  };
  // A plan in one piece is about everything, whatever its only segment is called.
  const whole = segments.length === 1;
  return {
    stages: departments.flatMap(({ department, stages, months }) =>
      stages.map((stage) => ({ department, ...lineOf(stage, null, months) })),
    ),
    segments: segments.map(({ key, months }) => ({
      key,
      stages: departments
        .flatMap(({ stages }) => stages)
        .filter((stage) => stage === 'won' || months.some(({ entries }) => stage in entries))
        .map((stage) => {
          const value = (one: (typeof months)[number]) =>
            stage === 'won' ? one.wins : (one.entries[stage] ?? 0);
          const planned = months.map((one) => ({ month: one.month, value: value(one) }));
          return lineOf(stage, whole ? null : key, planned);
        }),
    })),
  };
}

type Planned = { month: string; value: number };
