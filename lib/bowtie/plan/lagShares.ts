import { ratio } from '../ratio.ts';

/** Entries that ended (or are open) `months` calendar months after the month of their entry. */
export type MonthsToEnd = {
  kind: 'advanced' | 'lost' | 'no_decision' | 'open';
  /** Neither end is implied. */
  timed: boolean;
  /** Calendar months from the entry to the moment of asking. */
  age: number;
  months: number;
  entries: number;
};

/**
 * P(lag = 0, 1, 2, ... calendar months) of the entries that advanced, and how many these are; null
 * where none did.
 *
 * Only entries at least `settled` months old: younger ones have had no time for the longer lags. If
 * fewer than `enough` of them advanced, all ages. Implied entries have no time of their own and
 * count only where nothing else does. Source: definitions, sections 6 (time) and 8 (4).
 * @example
 * const one = { kind: 'advanced', timed: true, age: 9, entries: 1 };
 * const rows = [{ ...one, months: 0 }, { ...one, months: 2, entries: 3 }, { ...one, age: 1, months: 1 }];
 * lagShares(rows, { settled: 3, enough: 4 }) // => { shares: [0.25, 0, 0.75], n: 4, settled: true }
 * lagShares([], { settled: 3, enough: 1 }) // => null
 */
export function lagShares(
  rows: readonly MonthsToEnd[],
  { settled, enough }: { settled: number; enough: number },
): { shares: number[]; n: number; settled: boolean } | null {
  const advanced = rows.filter(({ kind }) => kind === 'advanced');
  const timed = advanced.filter((row) => row.timed);
  const own = timed.length > 0 ? timed : advanced;
  const old = own.filter(({ age }) => age >= settled);
  const isSettled = countOf(old) >= enough;
  const used = isSettled ? old : own;
  const n = countOf(used);
  if (n === 0) return null;
  const last = Math.max(...used.map(({ months }) => months));
  const shares = Array.from({ length: last + 1 }, (_, k) => {
    return ratio(countOf(used.filter(({ months }) => months === k)), n) ?? 0;
  });
  return { shares, n, settled: isSettled };
}

function countOf(rows: readonly MonthsToEnd[]): number {
  return rows.reduce((sum, { entries }) => sum + entries, 0);
}

/**
 * The share of entries that is still open when calendar month 0, 1, 2, ... after the entry begins:
 * Kaplan-Meier survival of any end, by whole months; ends come before censorings. Null over
 * nothing. Source: definitions, section 6 (matured rate).
 * @example
 * const lost = { kind: 'lost', timed: true, age: 5, months: 0, entries: 1 };
 * stillOpenShares([lost, { ...lost, kind: 'open', months: 1, age: 1 }]) // => [1, 0.5, 0.5]
 * stillOpenShares([]) // => null
 */
export function stillOpenShares(rows: readonly MonthsToEnd[]): number[] | null {
  let left = countOf(rows);
  if (left === 0) return null;
  const last = Math.max(...rows.map(({ months }) => months));
  const shares = [1];
  for (let month = 0; month <= last; month += 1) {
    const own = rows.filter((row) => row.months === month);
    const ended = countOf(own.filter(({ kind }) => kind !== 'open'));
    const before = shares[month] ?? 1;
    shares.push(left === 0 ? before : (before * (left - ended)) / left);
    left -= countOf(own);
  }
  return shares;
}

/**
 * Open entries by calendar months since the entry.
 * @example
 * openByAge([{ kind: 'open', timed: false, age: 2, months: 2, entries: 3 }]) // => [0, 0, 3]
 */
export function openByAge(rows: readonly MonthsToEnd[]): number[] {
  const open = rows.filter(({ kind }) => kind === 'open');
  const last = Math.max(-1, ...open.map(({ age }) => age));
  return Array.from({ length: last + 1 }, (_, age) =>
    countOf(open.filter((row) => row.age === age)),
  );
}
