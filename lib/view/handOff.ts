import type { ConversionAnswer } from '#lib/contract/bowtie.ts';
import { type Comparable, isBehind } from './compareRates.ts';

/** `none`: too few for a percentage; `directional`: shown, and said to be a hint only. */
export type Confidence = 'none' | 'directional' | 'firm';

export type Change = {
  /** The compared value of the other period; null when the two cannot be compared fairly. */
  before: number | null;
  points: number | null;
  behind: boolean;
};

export type HandOff = ConversionAnswer & {
  id: string;
  confidence: Confidence;
  /** Some entries may still advance: the rate can only grow. */
  immature: boolean;
  change: Change | null;
};

/** After so many times the third quartile of its times, a conversion has practically happened. */
export const MOSTLY_DONE = 1.5;

const NO_PERCENTAGE_BELOW = 5;
const DIRECTIONAL_BELOW = 20;

export function confidenceOf(base: number): Confidence {
  if (base < NO_PERCENTAGE_BELOW) return 'none';
  return base < DIRECTIONAL_BELOW ? 'directional' : 'firm';
}

export function prepareHandOff(now: ConversionAnswer, before: ConversionAnswer | null): HandOff {
  return {
    ...now,
    id: `${now.from}>${now.to}`,
    confidence: confidenceOf(now.base),
    immature: (now.open ?? 0) > 0,
    change: before === null ? null : changeOf(now, before),
  };
}

function changeOf(now: ConversionAnswer, before: ConversionAnswer): Change {
  const [a, b] = [comparable(now), comparable(before)];
  if (a === null || b === null || !sameHorizon(now, before)) {
    return { before: b?.rate ?? null, points: null, behind: false };
  }
  const firm = confidenceOf(now.base) === 'firm' && confidenceOf(before.base) === 'firm';
  return { before: b.rate, points: a.rate - b.rate, behind: firm && isBehind(a, b) };
}

/** Nothing open: the rate is final. Else the matured rate; else nothing may be compared. */
export function comparable(conversion: ConversionAnswer): Comparable | null {
  const { rate, interval, matured, open, base } = conversion;
  if (rate === null || confidenceOf(base) === 'none') return null;
  if (!open) return { rate, interval };
  return matured === null ? null : { rate: matured.rate, interval: matured.interval };
}

/**
 * A matured rate says how many advance within its horizon. A young cohort has a short one: it is
 * compared only when the other cohort had practically finished by then.
 */
function sameHorizon(now: ConversionAnswer, before: ConversionAnswer): boolean {
  if (!now.open || now.matured === null) return true;
  const usual = before.days?.p75 ?? null;
  if (before.matured !== null && now.matured.horizon_days >= before.matured.horizon_days) {
    return true;
  }
  return usual !== null && now.matured.horizon_days >= MOSTLY_DONE * usual;
}
