import { type ArrStep, balanceAt } from './arrSteps.ts';
import type { Day } from './localDay.ts';
import type { DayRange } from './periods.ts';

/** One unit of the base of retention; cents. */
export type KeptUnit = {
  /** The day from which it paid without a gap up to `from`. */
  since: Day;
  base: bigint;
  end: bigint;
  kept: bigint;
  /** The day from which it has nothing, where that is so at `to`. */
  leftOn: Day | null;
};

/**
 * What one unit (an account, or an account within a group) brings to NRR, GRR and logo retention
 * over [from, to); null where it has no balance at `from` and so is not in their base.
 *
 * `base` is its balance at `from`, `end` at `to`, `kept` the smaller of both. Summed over units:
 * NRR = end / base, GRR = kept / base, logo retention = units without `leftOn` / units. Cents.
 * Source: definitions, section 7 (retention).
 * @example
 * const steps = [['2025-01-01', 100n], ['2025-06-01', 300n], ['2026-01-10', 0n]];
 * const unit = steps.map(([day, arr]) => ({ day, arr }));
 * keptUnit(unit, { from: '2025-02-01', to: '2026-01-01' })
 * // => { since: '2025-01-01', base: 100n, end: 300n, kept: 100n, leftOn: null }
 * keptUnit(unit, { from: '2025-07-01', to: '2026-07-01' })
 * // => { since: '2025-01-01', base: 300n, end: 0n, kept: 0n, leftOn: '2026-01-10' }
 * keptUnit(unit, { from: '2025-01-01', to: '2026-01-01' }) // => null
 */
export function keptUnit(steps: readonly ArrStep[], { from, to }: DayRange): KeptUnit | null {
  const base = balanceAt(steps, from);
  if (base === 0n) return null;
  const end = balanceAt(steps, to);
  const began = steps.findLastIndex(({ day, arr }) => day < from && arr === 0n) + 1;
  const left = end > 0n ? undefined : steps.findLast(({ day }) => day < to);
  return {
    since: steps[began]?.day ?? from,
    ...{ base, end, kept: end < base ? end : base },
    leftOn: left?.day ?? null,
  };
}
