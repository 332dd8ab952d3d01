import { compareCodePoints } from './compareCodePoints.ts';
import { addDays, type Day, daysBetween } from './localDay.ts';
import { coversAny, type LoopContract } from './loopContracts.ts';
import type { DayRange } from './periods.ts';

const EARLIEST = -90;
const LATEST = 30;

/** A contract with an end, and the contract that took over from it. */
export type Succession = { contract: LoopContract; endsOn: Day; successor: LoopContract | null };

/** The same, as far as a renewal is told by it. */
export type Renewal = {
  contract: Pick<
    LoopContract,
    'contractId' | 'source' | 'accountId' | 'cancelledOn' | 'arr' | 'dimensions'
  >;
  endsOn: Day;
  successor: Pick<LoopContract, 'startsOn' | 'arr'> | null;
};

/** Counts and cents of the renewals that fell due in a period. */
export type RenewalTotals = {
  due: number;
  renewed: number;
  churned: number;
  open: number;
  dueArr: bigint;
  /** Due ARR by what became of it. */
  renewedArr: bigint;
  churnedArr: bigint;
  openArr: bigint;
  retainedArr: bigint;
  upliftArr: bigint;
};

function byId(a: LoopContract, b: LoopContract): number {
  return compareCodePoints(a.contractId, b.contractId) || compareCodePoints(a.source, b.source);
}

type Ending = { contract: LoopContract; endsOn: Day; from: Day; to: Day };

function isCandidate({ contract, endsOn, from, to }: Ending, other: LoopContract): boolean {
  if (other === contract) return false;
  const bothName = contract.product !== null && other.product !== null;
  if (bothName && contract.product !== other.product) return false;
  if (other.endsOn !== null && other.endsOn <= endsOn) return false;
  return other.startsOn >= from && other.startsOn <= to;
}

/** The successions of one account's contracts, each contract succeeding at most one. */
function ofAccount(contracts: readonly LoopContract[]): Succession[] {
  const ending = contracts.flatMap((one) =>
    one.endsOn === null ? [] : [{ one, end: one.endsOn }],
  );
  ending.sort(
    (a, b) =>
      compareCodePoints(a.end, b.end) ||
      compareCodePoints(a.one.startsOn, b.one.startsOn) ||
      byId(a.one, b.one),
  );
  const taken = new Set<LoopContract>();
  return ending.map(({ one, end }) => {
    const distance = (other: LoopContract) => Math.abs(daysBetween(end, other.startsOn));
    const [from, to] = [addDays(end, EARLIEST), addDays(end, LATEST)];
    const asked = { contract: one, endsOn: end, from, to };
    const [nearest] = contracts
      .filter((other) => !taken.has(other) && isCandidate(asked, other))
      .sort(
        (a, b) =>
          distance(a) - distance(b) || compareCodePoints(a.startsOn, b.startsOn) || byId(a, b),
      );
    if (nearest !== undefined) taken.add(nearest);
    return { contract: one, endsOn: end, successor: nearest ?? null };
  });
}

/**
 * Who succeeds whom, over all contracts of an organization.
 *
 * Contracts with an end take, in the order (endsOn, startsOn, contractId), the free contract of the
 * same account (and product, where both have one) that starts within [endsOn - 90 d, endsOn + 30 d]
 * and ends later: the nearest start, then the earlier one, then the smaller id. Contracts that
 * cover nothing take no part. Source: definitions, section 7 (renewals).
 * @example
 * const bare = { source: 'x', accountId: 'a', cancelledOn: null, product: null, arr: 100n };
 * const old = { ...bare, contractId: '1', startsOn: '2025-01-01', endsOn: '2026-01-01' };
 * const next = { ...bare, contractId: '2', startsOn: '2026-01-20', endsOn: null };
 * const [found] = successions([next, old]);
 * [found.contract.contractId, found.successor.contractId] // => ['1', '2']
 */
export function successions(contracts: readonly LoopContract[]): Succession[] {
  const counting = contracts.filter(coversAny);
  const byAccount = Map.groupBy(counting, ({ accountId }) => accountId);
  return [...byAccount.values()].flatMap(ofAccount);
}

/**
 * Contracts that ended before this day and have no successor are churned.
 * Source: definitions, section 7 (renewals).
 * @example
 * lapsedBefore('2026-02-01') // => '2026-01-02'
 */
export function lapsedBefore(asOfDay: Day): Day {
  return addDays(asOfDay, -LATEST);
}

/**
 * What became of a contract that fell due: `renewed` with a successor, else `churned` once the day
 * of `as_of` is more than 30 days after its end, else `open`.
 * Source: definitions, section 7 (renewals).
 * @example
 * renewalOutcome({ endsOn: '2026-01-01', successor: null }, '2026-01-31') // => 'open'
 * renewalOutcome({ endsOn: '2026-01-01', successor: null }, '2026-02-01') // => 'churned'
 */
export function renewalOutcome(
  { endsOn, successor }: Pick<Renewal, 'endsOn' | 'successor'>,
  asOfDay: Day,
): 'renewed' | 'churned' | 'open' {
  if (successor !== null) return 'renewed';
  return asOfDay > addDays(endsOn, LATEST) ? 'churned' : 'open';
}

/**
 * The renewals due in [from, to): counts, and ARR in cents.
 *
 * retained = the smaller of the two ARRs of a renewed contract, uplift = what its successor has
 * above it. A contract without a rate counts, but adds no money. Identity: due = renewed + churned
 * + open, in contracts and in due ARR. Source: definitions, section 7 (renewals).
 * @example
 * const contract = { arr: 100n };
 * const found = [{ contract, endsOn: '2026-01-05', successor: { arr: 130n } },
 *   { contract, endsOn: '2026-01-06', successor: null }];
 * const totals = renewalTotals(found, { from: '2026-01-01', to: '2026-02-01' }, '2026-01-20');
 * [totals.due, totals.renewed, totals.open] // => [2, 1, 1]
 * [totals.dueArr, totals.retainedArr, totals.upliftArr] // => [200n, 100n, 30n]
 */
export function renewalTotals(
  found: readonly Renewal[],
  { from, to }: DayRange,
  asOfDay: Day,
): RenewalTotals {
  const totals = { due: 0, renewed: 0, churned: 0, open: 0 };
  const money = { dueArr: 0n, retainedArr: 0n, upliftArr: 0n };
  const byOutcome = { renewed: 0n, churned: 0n, open: 0n };
  for (const succession of found) {
    if (succession.endsOn < from || succession.endsOn >= to) continue;
    const outcome = renewalOutcome(succession, asOfDay);
    const before = succession.contract.arr;
    const after = succession.successor?.arr ?? null;
    totals.due += 1;
    totals[outcome] += 1;
    money.dueArr += before ?? 0n;
    byOutcome[outcome] += before ?? 0n;
    if (before === null || after === null) continue;
    money.retainedArr += after < before ? after : before;
    money.upliftArr += after > before ? after - before : 0n;
  }
  const { renewed, churned, open } = byOutcome;
  return { ...totals, ...money, renewedArr: renewed, churnedArr: churned, openArr: open };
}
