import { type ArrStep, balanceAt } from './arrSteps.ts';
import type { Day } from './localDay.ts';
import type { DayRange } from './periods.ts';

export const ARR_MOVEMENTS = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const;
export type ArrMovement = (typeof ARR_MOVEMENTS)[number];

/** The net change of one unit on one day; the amount is above 0 whatever the direction. */
export type ArrChange = { day: Day; movement: ArrMovement; amount: bigint };

/** Money of a period, in cents. Identity: end = start + new + ... - contraction - churn. */
export type LoopPeriod = Record<ArrMovement, bigint> & {
  start: bigint;
  end: bigint;
  customersStart: number;
  customersEnd: number;
};

function classify(before: bigint, after: bigint, everPaid: boolean): ArrMovement {
  if (before === 0n) return everPaid ? 'reactivation' : 'new';
  if (after === 0n) return 'churn';
  return after > before ? 'expansion' : 'contraction';
}

/**
 * The movements of a unit, one per day on which its ARR changed.
 *
 * `new`: first ever above 0; `reactivation`: above 0 again; `churn`: to 0; else `expansion` or
 * `contraction`. Source: definitions, section 7 (movements).
 * @example
 * const steps = [100n, 40n, 0n, 60n].map((arr, i) => ({ day: `2026-01-0${i + 1}`, arr }));
 * arrChanges(steps).map(({ movement, amount }) => [movement, amount])
 * // => [['new', 100n], ['contraction', 60n], ['churn', 40n], ['reactivation', 60n]]
 */
export function arrChanges(steps: readonly ArrStep[]): ArrChange[] {
  let before = 0n;
  let everPaid = false;
  return steps.map(({ day, arr }) => {
    const movement = classify(before, arr, everPaid);
    const amount = arr > before ? arr - before : before - arr;
    before = arr;
    everPaid ||= arr > 0n;
    return { day, movement, amount };
  });
}

/**
 * Balances and movements of units over a period [from, to), to the cent.
 *
 * `start` and `end` are the balances at `from` and `to`; a movement on day x belongs to the period
 * that starts at x. An empty period has no movements. Source: definitions, section 7.
 * @example
 * const unit = [{ day: '2026-01-01', arr: 100n }, { day: '2026-02-01', arr: 0n }];
 * const january = loopPeriod([unit], { from: '2026-01-01', to: '2026-02-01' });
 * [january.start, january.new, january.churn, january.end] // => [0n, 100n, 0n, 100n]
 * loopPeriod([unit], { from: '2026-02-01', to: '2026-03-01' }).churn // => 100n
 */
export function loopPeriod(
  units: Iterable<readonly ArrStep[]>,
  { from, to }: DayRange,
): LoopPeriod {
  const period: LoopPeriod = {
    start: 0n,
    new: 0n,
    reactivation: 0n,
    expansion: 0n,
    contraction: 0n,
    churn: 0n,
    end: 0n,
    customersStart: 0,
    customersEnd: 0,
  };
  for (const steps of units) {
    const start = balanceAt(steps, from);
    const end = balanceAt(steps, to);
    period.start += start;
    period.end += end;
    if (start > 0n) period.customersStart += 1;
    if (end > 0n) period.customersEnd += 1;
    for (const { day, movement, amount } of arrChanges(steps)) {
      if (day >= from && day < to) period[movement] += amount;
    }
  }
  return period;
}
