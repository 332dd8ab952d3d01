import { type ArrStep, balanceAt } from './arrSteps.ts';
import type { DayRange } from './periods.ts';
import { ratio } from './ratio.ts';

export type Retention = {
  nrr: number | null;
  grr: number | null;
  logo_retention: number | null;
};

/** What retention divides; cents, and units with a balance above 0 at `from`. */
export type RetentionSums = {
  base: bigint;
  net: bigint;
  kept: bigint;
  units: number;
  unitsKept: number;
};

/**
 * NRR, GRR and logo retention of the units with a balance above 0 at `from`.
 *
 * NRR: sum of their balances at `to` / at `from`. GRR: the same with min(at `to`, at `from`) per
 * unit, so that no expansion hides a loss. Logo: the share of them with a balance above 0 at `to`.
 * Customers won since are in none of the three; null where nobody paid at `from`. Unrounded.
 * Source: definitions, section 7.
 * @example
 * const grown = [{ day: '2025-01-01', arr: 100n }, { day: '2025-06-01', arr: 300n }];
 * const gone = [{ day: '2025-01-01', arr: 100n }, { day: '2025-06-01', arr: 0n }];
 * retention([grown, gone], { from: '2025-02-01', to: '2026-02-01' })
 * // => { nrr: 1.5, grr: 0.5, logo_retention: 0.5 }
 * retention([], { from: '2025-02-01', to: '2026-02-01' }).nrr // => null
 */
export function retention(units: Iterable<readonly ArrStep[]>, { from, to }: DayRange): Retention {
  let base = 0n;
  let kept = 0n;
  let net = 0n;
  let logos = 0;
  let logosKept = 0;
  for (const steps of units) {
    const start = balanceAt(steps, from);
    if (start === 0n) continue;
    const end = balanceAt(steps, to);
    base += start;
    net += end;
    kept += end < start ? end : start;
    logos += 1;
    if (end > 0n) logosKept += 1;
  }
  return retentionOf({ base, net, kept, units: logos, unitsKept: logosKept });
}

/**
 * Retention from its sums: balances at `from`, at `to`, and the smaller of both per unit.
 * Source: definitions, section 7.
 * @example
 * retentionOf({ base: 200n, net: 300n, kept: 100n, units: 2, unitsKept: 1 })
 * // => { nrr: 1.5, grr: 0.5, logo_retention: 0.5 }
 * retentionOf({ base: 0n, net: 0n, kept: 0n, units: 0, unitsKept: 0 }).nrr // => null
 */
export function retentionOf({ base, net, kept, units, unitsKept }: RetentionSums): Retention {
  return {
    nrr: ratio(Number(net), Number(base)),
    grr: ratio(Number(kept), Number(base)),
    logo_retention: ratio(unitsKept, units),
  };
}
