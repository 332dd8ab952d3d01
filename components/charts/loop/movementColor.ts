import type { ArrMovement } from '#lib/bowtie/loopMovements.ts';

/** New ARR comes from the left side and has its hue; what takes away is grey. */
export const MOVEMENT_COLOR: Record<ArrMovement, { fill: string; bg: string }> = {
  new: { fill: 'fill-acq-400', bg: 'bg-acq-400' },
  reactivation: { fill: 'fill-acq-200', bg: 'bg-acq-200' },
  expansion: { fill: 'fill-loop-400', bg: 'bg-loop-400' },
  contraction: { fill: 'fill-line-strong', bg: 'bg-line-strong' },
  churn: { fill: 'fill-ink-3', bg: 'bg-ink-3' },
};
