import type { ArrStep } from './arrSteps.ts';
import type { DayRange } from './periods.ts';
import type { RetentionSums } from './retention.ts';

/** Units with these two balances, over ranges that follow each other. */
type Change = { base: bigint; net: bigint; kept: bigint; units: number; unitsKept: number };

function nothing(): Change {
  return { base: 0n, net: 0n, kept: 0n, units: 0, unitsKept: 0 };
}

function add(change: Change | undefined, base: bigint, net: bigint, sign: 1 | -1): void {
  if (change === undefined) return;
  const kept = net < base ? net : base;
  change.base += sign > 0 ? base : -base;
  change.net += sign > 0 ? net : -net;
  change.kept += sign > 0 ? kept : -kept;
  change.units += sign;
  if (net > 0n) change.unitsKept += sign;
}

/** Both balances stay the same over many ranges: only where one changes is anything added. */
function addUnit(changes: Change[], steps: readonly ArrStep[], ranges: readonly DayRange[]): void {
  let [before, after] = [0, 0];
  let [base, net] = [0n, 0n];
  for (const [at, { from, to }] of ranges.entries()) {
    const [was, had] = [before, after];
    for (; (steps[before]?.day ?? from) < from; before += 1);
    for (; (steps[after]?.day ?? to) < to; after += 1);
    if (was === before && had === after) continue;
    if (base > 0n) add(changes[at], base, net, -1);
    base = steps[before - 1]?.arr ?? 0n;
    net = steps[after - 1]?.arr ?? 0n;
    if (base > 0n) add(changes[at], base, net, 1);
  }
}

/**
 * What retention divides, for each of many ranges; neither `from` nor `to` may go back from one
 * range to the next. For one range see `retention`. Source: definitions, section 7.
 * @example
 * const unit = [{ day: '2025-01-10', arr: 100n }, { day: '2025-03-05', arr: 40n }];
 * const months = [1, 2, 3].map((m) => ({ from: `2025-0${m}-01`, to: `2025-0${m + 1}-01` }));
 * retentionsOf([unit], months).map(({ base, net, kept, units }) => [base, net, kept, units])
 * // => [[0n, 0n, 0n, 0], [100n, 100n, 100n, 1], [100n, 40n, 40n, 1]]
 */
export function retentionsOf(
  units: Iterable<readonly ArrStep[]>,
  ranges: readonly DayRange[],
): RetentionSums[] {
  const changes = ranges.map(nothing);
  for (const steps of units) addUnit(changes, steps, ranges);
  const sum = nothing();
  return changes.map((change) => {
    sum.base += change.base;
    sum.net += change.net;
    sum.kept += change.kept;
    sum.units += change.units;
    sum.unitsKept += change.unitsKept;
    return { ...sum };
  });
}
