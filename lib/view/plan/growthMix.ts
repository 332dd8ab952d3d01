import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { Override } from './overrides.ts';
import { expansionOf, grrOf } from './retention.ts';

/** Where the growth comes from: opening + new + expansion - churn = target. */
export type GrowthMix = {
  opening: number;
  churn: number;
  expansion: number;
  newArr: number;
  growth: number;
  /** Of all the tiers that are looked at, by money. */
  grr: number;
  expansionRate: number;
  nrr: number;
};

/** Growth taken apart: of all tiers, or what one of them keeps and adds. */
export function growthMix(input: PlanInput, newArr: number, tier: string | null): GrowthMix {
  const own = chosen(input, tier);
  const opening = sum(own, ({ opening_arr }) => Number(opening_arr));
  const kept = sum(own, (one) => Number(one.opening_arr) * grrOf(one));
  const retained = sum(own, (one) => Number(one.opening_arr) * one.nrr);
  const grr = opening > 0 ? kept / opening : mean(own, grrOf);
  const nrr = opening > 0 ? retained / opening : mean(own, ({ nrr: one }) => one);
  return {
    ...{ opening, newArr, grr, nrr, churn: opening - kept, expansion: retained - kept },
    growth: newArr + retained - opening,
    expansionRate: expansionOf({ grr, nrr }),
  };
}

/** What of the growth is moved. `new` is in money, the others are rates. */
export type MixPart = 'grr' | 'expansion' | 'new';

type Moved = { part: MixPart; to: number; tier: string | null; newArr: number };

/** The tiers' inputs after one part of the mix was moved; what is new takes from expansion. */
export function moveMix(input: PlanInput, { part, to, tier, newArr }: Moved): Override[] {
  const own = chosen(input, tier);
  const mix = growthMix(input, newArr, tier);
  if (part === 'grr') return own.flatMap((one) => keep(one, movedGrr(grrOf(one), mix.grr, to)));
  const expansion = part === 'expansion' ? to : expansionFor(mix, to);
  return own.flatMap((one) => {
    const rate = mix.expansionRate > 0 ? expansionOf(one) / mix.expansionRate : 1;
    return grow(one, expansion * rate);
  });
}

/** More is kept by losing less in proportion, less by keeping less in proportion. */
function movedGrr(own: number, all: number, to: number): number {
  const target = Math.min(1, Math.max(0, to));
  if (target < all) return (own * target) / all;
  return all >= 1 ? own : 1 - ((1 - own) * (1 - target)) / (1 - all);
}

/** The expansion that leaves so much to win. */
function expansionFor({ opening, churn, expansion, newArr }: GrowthMix, wanted: number): number {
  const kept = opening - churn;
  return kept <= 0 ? 0 : Math.max(0, expansion + newArr - wanted) / kept;
}

function keep({ key }: PlanSegment, value: number): Override[] {
  return [{ of: 's', key, field: 'grr', value: rounded(value) }];
}

function grow({ key }: PlanSegment, value: number): Override[] {
  return [{ of: 's', key, field: 'expansion', value: rounded(value) }];
}

/** Short in an address. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

function chosen({ segments }: PlanInput, tier: string | null): PlanSegment[] {
  const own = segments.filter(({ key }) => key === tier);
  return own.length > 0 ? own : [...segments];
}

function sum(all: readonly PlanSegment[], of: (one: PlanSegment) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function mean(all: readonly PlanSegment[], of: (one: PlanSegment) => number): number {
  return all.length === 0 ? 0 : sum(all, of) / all.length;
}
