import type { DurationHistogram } from '../durationHistogram.ts';
import { eachStep } from '../incidence.ts';

/** When entries advance, by days since the entry: day k is [k, k + 1) days. */
export type DayCurve = {
  /** The matured rate: share that advances by the horizon. */
  rate: number;
  /** Days until a fresh entry advances, as shares of all entries; they sum to the rate. */
  fresh: readonly number[];
  /** Share of all entries that is open when day k begins, advances in it, ends in it; what ends
   * at once was never open. */
  open: readonly number[];
  advanced: readonly number[];
  ended: readonly number[];
};

/**
 * The Aalen-Johansen curve of a conversion by whole days, up to a horizon.
 *
 * An entry comes at any time of its day: what advances within day k of it falls half on the k-th
 * calendar day after, half on the next; what advances at once stays at once. Base and competing
 * ends as in `incidence`. Units: days of 86,400 s. Source: definitions, section 6 (matured rate).
 * @example
 * const lost = { ...EMPTY_CELL, ms: 0, lost: 1 };
 * const h = durationHistogram([lost, { ...EMPTY_CELL, ms: 2 * DAY_MS, advanced: 1 }]);
 * const { rate, fresh, open } = dayCurve(h, 9);
 * [rate, fresh, open] // => [0.5, [0, 0, 0.25, 0.25], [0.5, 0.5, 0.5]]
 */
export function dayCurve(histogram: DurationHistogram, horizonDays: number): DayCurve {
  const days = Math.floor(Math.max(0, horizonDays)) + 1;
  const fresh = new Array<number>(days + 1).fill(0);
  const advanced = new Array<number>(days).fill(0);
  const ended = new Array<number>(days).fill(0);
  const state = { rate: 0, stays: 1 };
  eachStep(histogram, horizonDays, (step) => {
    const share = (step.survivalBefore * step.advanced) / step.atRisk;
    state.rate = step.incidence;
    if (step.days === 0) {
      state.stays = step.survival;
      fresh[0] = share;
      return;
    }
    const day = Math.floor(step.days);
    advanced[day] = (advanced[day] ?? 0) + share;
    ended[day] = (ended[day] ?? 0) + step.survivalBefore - step.survival;
    fresh[day] = (fresh[day] ?? 0) + share / 2;
    fresh[day + 1] = (fresh[day + 1] ?? 0) + share / 2;
  });
  let left = state.stays;
  const open = ended.map((share) => {
    const begins = left;
    left = Math.max(0, left - share);
    return begins;
  });
  return trimmed({ rate: state.rate, fresh, open, advanced, ended });
}

/** Without the days after the last end. */
function trimmed({ rate, fresh, open, advanced, ended }: DayCurve): DayCurve {
  const last = ended.findLastIndex((share) => share > 0) + 1;
  return {
    rate,
    fresh: fresh.slice(0, fresh.findLastIndex((share) => share > 0) + 1),
    open: open.slice(0, last),
    advanced: advanced.slice(0, last),
    ended: ended.slice(0, last),
  };
}
