import { TIERS, type Tier } from './types.ts';

/** Prospects of each tier that the plan counts on, against those of the year before. */
export const PLANNED_GROWTH: Record<Tier, number> = { small: 1.2, mid: 1.35, key: 1.3 };

export function isTier(name: string): name is Tier {
  return TIERS.some((tier) => tier === name);
}
