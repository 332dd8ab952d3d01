import { UNKNOWN } from './dimensions.ts';
import { coversAny, type LoopContract } from './loopContracts.ts';
import { formatCents } from './money.ts';
import type { SegmentReader } from './segmentByRule.ts';

type Priced = Pick<LoopContract, 'startsOn' | 'endsOn' | 'cancelledOn' | 'arr'>;

/**
 * The ARR of an account on the first day on which it had any, from all its contracts; null where it
 * never has. On that day only what starts on it runs. Cents of the reporting currency.
 * Source: definitions, section 7 (groups).
 * @example
 * const bare = { endsOn: null, cancelledOn: null };
 * const trial = { ...bare, startsOn: '2025-12-01', arr: 0n };
 * const first = { ...bare, startsOn: '2026-01-01', arr: 900n };
 * const later = { ...bare, startsOn: '2026-06-01', arr: 5000n };
 * firstArr([later, first, trial, first]) // => 1800n
 * firstArr([trial]) // => null
 */
export function firstArr(contracts: readonly Priced[]): bigint | null {
  let first: { day: string; arr: bigint } | null = null;
  for (const contract of contracts) {
    const { startsOn: day, arr } = contract;
    if (arr === null || arr <= 0n || !coversAny(contract)) continue;
    if (first === null || day < first.day) first = { day, arr };
    else if (day === first.day) first = { day, arr: first.arr + arr };
  }
  return first?.arr ?? null;
}

/**
 * Contracts with the segment of those of which neither they nor their account say any: the band of
 * the account's ARR on the first day on which it had any. An account keeps it whatever comes
 * later, so that one that grows does not leave a segment and come into another. All contracts of
 * an account must be given. Source: definitions, section 7 (groups).
 * @example
 * const bands = [{ from: '0', segment: 'small' }, { from: '1000', segment: 'key' }];
 * const { banded } = segmentByRule({ names: {}, bands });
 * const of = (segment, startsOn, arr) =>
 *   ({ accountId: 'a', endsOn: null, cancelledOn: null, startsOn, arr, dimensions: { segment } });
 * const [first, second, own] = segmentsOfContracts([of('unknown', '2026-01-01', 10000n),
 *   of('unknown', '2026-06-01', 990000n), of('mid', '2026-06-01', 100n)], banded);
 * [first, second, own].map(({ dimensions }) => dimensions.segment) // => ['small', 'small', 'mid']
 */
export function segmentsOfContracts(
  contracts: readonly LoopContract[],
  banded: SegmentReader['banded'],
): LoopContract[] {
  const byAccount = Map.groupBy(contracts, ({ accountId }) => accountId);
  const found = new Map<string, string | null>();
  const segmentOf = (accountId: string) => {
    const before = found.get(accountId);
    if (before !== undefined) return before;
    const arr = firstArr(byAccount.get(accountId) ?? []);
    const segment = banded(arr === null ? null : formatCents(arr));
    found.set(accountId, segment);
    return segment;
  };
  return contracts.map((contract) => {
    if (contract.dimensions.segment !== UNKNOWN) return contract;
    const segment = segmentOf(contract.accountId);
    if (segment === null) return contract;
    return { ...contract, dimensions: { ...contract.dimensions, segment } };
  });
}
