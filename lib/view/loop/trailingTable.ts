import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { Cell } from '../toCsv.ts';

/** Trailing retention as a file, unrounded. */
export function trailingTable(points: readonly LoopTrailing[]): Cell[][] {
  const head = ['at', 'from', 'base_customers', 'base_arr', 'nrr', 'grr', 'logo_retention'];
  return [
    [...head, 'end_arr', 'kept_arr', 'kept_customers'],
    ...points.map((one) => [
      ...[one.at, one.from, one.base_customers, one.base_arr],
      ...[one.nrr, one.grr, one.logo_retention],
      ...[one.end_arr, one.kept_arr, one.kept_customers],
    ]),
  ];
}
