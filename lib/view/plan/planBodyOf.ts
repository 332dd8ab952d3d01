import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';

/** A plan as the API takes it; what the server measures itself is left out. */
export function planBodyOf({ rounding: _, segments, ...plan }: PlanInput) {
  return { ...plan, segments: segments.map(({ pipeline: _own, ...segment }) => segment) };
}
