/** The dimensions by which every number can be cut (section 1). */
export const DIMENSIONS = [
  'segment',
  'channel',
  'owner',
  'pod',
  'motion',
  'product',
  'region',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const MOTIONS = ['new_business', 'expansion', 'renewal'] as const;

/** The customer tiers that every organization knows before it orders its own. */
export const SEGMENTS = ['small', 'mid', 'key'] as const;

/** A missing value and this literal are one group. */
export const UNKNOWN = 'unknown';

export type DimensionValues = Record<Dimension, string>;
