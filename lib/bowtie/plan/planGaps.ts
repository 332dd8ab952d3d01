import { LADDER, type LadderStage } from '../stages.ts';
import { blockedAt } from './blockedAt.ts';
import type { PlanGap, PlanInput, RolePlan, SegmentPlan } from './planTypes.ts';

/** Less than this is only arithmetic. */
const SLACK = 1e-6;

/**
 * What a plan asks and is not there: conversions of 0, entries that should have come before the
 * plan and are not in the pipeline, and load above the capacity of the heads that are there.
 * Source: definitions, section 8 (3, 5, 7).
 * @example
 * const one = { key: 'all', wins: 1, entries: { sal: 4 }, locked: { sal: 3 }, available: { sal: 1 } };
 * planGaps({ segments: [{ key: 'all', conversions: {} }] }, [one], [])
 * // => [{ segment: 'all', stage: 'sal', required: 3, available: 1, missing: 2, reason: 'pipeline_short' }]
 */
export function planGaps(
  plan: Pick<PlanInput, 'segments'>,
  segments: readonly SegmentPlan[],
  roles: readonly RolePlan[],
): PlanGap[] {
  const blocked = plan.segments.flatMap((segment): PlanGap[] => {
    const stage = blockedAt(segment.conversions);
    const none = {
      required: null,
      available: 0,
      missing: null,
      reason: 'zero_conversion' as const,
    };
    return stage === null ? [] : [{ segment: segment.key, stage, ...none }];
  });
  const short = segments.flatMap((segment) =>
    Object.entries(segment.locked).flatMap(([stage, required]): PlanGap[] => {
      const available = segment.available[stage] ?? 0;
      const missing = required - available;
      if (missing <= SLACK) return [];
      const reason = 'pipeline_short' as const;
      return [
        { segment: segment.key, stage: stageOf(stage), required, available, missing, reason },
      ];
    }),
  );
  const overloaded = roles.flatMap((role): PlanGap[] => {
    const required = role.months.reduce((sum, { load }) => sum + load, 0);
    const available = role.months.reduce((sum, { done }) => sum + done, 0);
    const missing = required - available;
    if (missing <= SLACK) return [];
    const reason = 'capacity' as const;
    return [{ segment: null, stage: role.stage, required, available, missing, reason }];
  });
  return [...blocked, ...short, ...overloaded];
}

function stageOf(name: string): LadderStage {
  return LADDER.find((one) => one === name) ?? 'prospect';
}
