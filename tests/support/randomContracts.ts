import fc from 'fast-check';
import type { RawContract } from './oracleHistory.ts';

const FIRST = Date.parse('2025-07-01');

const day = fc
  .integer({ min: 0, max: 330 })
  .map((days) => new Date(FIRST + days * 86_400_000).toISOString().slice(0, 10));

const maybe = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const contract = fc
  .record({
    account_id: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
    days: fc.tuple(day, day),
    open: fc.nat(5),
    cancelled: fc.option(fc.nat(120), { nil: null, freq: 3 }),
    arr: fc.constantFrom('1200', '600.5', '0', '99999.99', '10'),
    currency: fc.constantFrom('USD', 'USD', 'EUR', 'GBP'),
    segment: maybe(['small', 'mid', 'unknown']),
    product: maybe(['basic', 'pro, plus', 'unknown']),
    motion: maybe(['new_business', 'renewal', 'unknown']),
  })
  .map(({ days, open, cancelled, ...rest }) => {
    const [starts_on = '', end = ''] = [...days].sort();
    const said = Object.entries(rest).filter(([, value]) => value !== undefined);
    const cancelled_on =
      cancelled === null
        ? null
        : new Date(Date.parse(starts_on) + cancelled * 86_400_000).toISOString().slice(0, 10);
    return {
      ...(Object.fromEntries(said) as Pick<RawContract, 'account_id' | 'arr' | 'currency'>),
      ...{ source: 'billing', starts_on, ends_on: open === 0 ? null : end, cancelled_on },
    };
  });

/** Contracts that overlap, follow each other, end early, have gaps, groups and currencies. */
export function randomContracts(seed: number, count: number): RawContract[] {
  const found = fc.sample(contract, { seed, numRuns: count });
  return found.map((one, index) => ({ ...one, contract_id: `c${index}` }));
}
