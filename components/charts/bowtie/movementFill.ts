import type { Movement } from '#lib/bowtie/stages.ts';

/** Identity by shade of the loop's hue; what takes away is grey: red is kept for "behind". */
export const MOVEMENT_FILL: Record<Movement, string> = {
  expanded: 'fill-loop-400',
  renewed: 'fill-loop-300',
  contracted: 'fill-line-strong',
  churned: 'fill-ink-3',
};
