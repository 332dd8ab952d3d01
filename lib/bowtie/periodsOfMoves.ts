import type { ArrMovement, LoopPeriod } from './loopMovements.ts';

/** Movements of one kind: bucket 0 lies before the first period, bucket n is the nth. */
export type MoveSum = { bucket: number; movement: ArrMovement; amount: bigint; units: number };

const DIRECTION = { new: 1, reactivation: 1, expansion: 1, contraction: -1, churn: -1 } as const;
const CUSTOMERS = { new: 1, reactivation: 1, expansion: 0, contraction: 0, churn: -1 } as const;

/**
 * Balances and movements of periods that follow each other, from summed movements.
 *
 * A balance is the sum of all movements before it, so that the identity holds by itself: end =
 * start + new + reactivation + expansion - contraction - churn. Source: definitions, section 7.
 * @example
 * const sums = [{ bucket: 0, movement: 'new', amount: 100n, units: 2 },
 *   { bucket: 2, movement: 'churn', amount: 40n, units: 1 }];
 * const [first, second] = periodsOfMoves(sums, 2);
 * [first.start, first.end, first.customersEnd] // => [100n, 100n, 2]
 * [second.churn, second.end, second.customersEnd] // => [40n, 60n, 1]
 */
export function periodsOfMoves(sums: readonly MoveSum[], count: number): LoopPeriod[] {
  const byBucket = Map.groupBy(sums, ({ bucket }) => bucket);
  let [balance, customers] = [0n, 0];
  const apply = (bucket: number) => {
    const moved = { new: 0n, reactivation: 0n, expansion: 0n, contraction: 0n, churn: 0n };
    for (const { movement, amount, units } of byBucket.get(bucket) ?? []) {
      moved[movement] += amount;
      balance += BigInt(DIRECTION[movement]) * amount;
      customers += CUSTOMERS[movement] * units;
    }
    return moved;
  };
  apply(0);
  return Array.from({ length: count }, (_, at) => {
    const [start, customersStart] = [balance, customers];
    const moved = apply(at + 1);
    return { start, ...moved, end: balance, customersStart, customersEnd: customers };
  });
}
