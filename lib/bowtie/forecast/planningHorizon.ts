import type { DurationHistogram } from '../durationHistogram.ts';
import { horizonOf } from '../maturedRate.ts';
import { advancedBy } from '../plan/advancedBy.ts';

/**
 * The horizon in days of a rate that is planned with; null where `horizonOf` is.
 *
 * The default horizon of a matured rate, or the age at which 99 % of those that advanced had done
 * so, whichever is later: of few entries the default comes too early, and a plan counts those that
 * advance later too. Source: definitions, section 6 (default H), and decision 026.
 * @example
 * const late = { ...EMPTY_CELL, ms: 90 * DAY_MS, advanced: 1 };
 * const open = { ...EMPTY_CELL, ms: 9 * DAY_MS, open: 20 };
 * planningHorizon(durationHistogram([late, open])) // => 90
 * planningHorizon(durationHistogram([])) // => null
 */
export function planningHorizon(histogram: DurationHistogram): number | null {
  const usual = horizonOf(histogram, {});
  return usual === null ? null : Math.max(usual, advancedBy(histogram, 0.99) ?? 0);
}
