import type { ArrMovement, LoopPeriod } from './loopMovements.ts';

/** Movements between two dates; bucket 0 lies before the first period, n is the nth period. */
export type MoveSum = Record<ArrMovement, bigint> & {
  bucket: number;
  /** Customers won or won back, less those lost. */
  customers: number;
};

const NONE = { new: 0n, reactivation: 0n, expansion: 0n, contraction: 0n, churn: 0n, customers: 0 };

/**
 * Balances and movements of periods that follow each other, from summed movements.
 *
 * A balance is the sum of all movements before it, so that the identity holds by itself: end =
 * start + new + reactivation + expansion - contraction - churn. Source: definitions, section 7.
 * @example
 * const none = { new: 0n, reactivation: 0n, expansion: 0n, contraction: 0n, churn: 0n };
 * const sums = [{ ...none, bucket: 0, new: 100n, customers: 2 },
 *   { ...none, bucket: 2, churn: 40n, customers: -1 }];
 * const [first, second] = periodsOfMoves(sums, 2);
 * [first.start, first.end, first.customersEnd] // => [100n, 100n, 2]
 * [second.churn, second.end, second.customersEnd] // => [40n, 60n, 1]
 */
export function periodsOfMoves(sums: readonly MoveSum[], count: number): LoopPeriod[] {
  const byBucket = new Map(sums.map((sum) => [sum.bucket, sum]));
  let [balance, customers] = [0n, 0];
  const apply = (bucket: number) => {
    const sum = byBucket.get(bucket) ?? NONE;
    const { new: won, reactivation, expansion, contraction, churn } = sum;
    balance += won + reactivation + expansion - contraction - churn;
    customers += sum.customers;
    return { new: won, reactivation, expansion, contraction, churn };
  };
  apply(0);
  return Array.from({ length: count }, (_, at) => {
    const [start, customersStart] = [balance, customers];
    const moved = apply(at + 1);
    return { start, ...moved, end: balance, customersStart, customersEnd: customers };
  });
}
