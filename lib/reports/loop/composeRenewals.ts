import { arrSteps } from '#lib/bowtie/arrSteps.ts';
import { addDays, addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { arrChanges } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { renewalOutcome, renewalTotals, type Succession } from '#lib/bowtie/renewals.ts';
import type {
  LoopPageAnswer,
  RENEWAL_RISKS,
  RenewalRowAnswer,
  RenewalTotalsAnswer,
} from '#lib/contract/loop.ts';
import type { LoopFacts } from './readLoop.ts';

type Book = LoopPageAnswer['data']['renewals'];
type Risk = (typeof RENEWAL_RISKS)[number];

const HORIZONS = [30, 60, 90, 180];
/** As long as an ended contract may still be renewed (definitions, section 7). */
const OVERDUE_DAYS = 30;
const RISK_MONTHS = 12;
const MOST_ROWS = 500;

/** What is due, what became of what was due, and what is at risk, by due date. */
export function composeRenewals(
  successions: readonly Succession[],
  facts: LoopFacts,
  range: DayRange,
): { book: Book; accounts: string[] } {
  const { asOfDay } = facts;
  const shrunk = shrunkAccounts(facts);
  const risksOf = (one: Succession) => risks(one, asOfDay, shrunk);
  const total = (days: DayRange) => totals(successions, days, asOfDay, risksOf);
  const overdue = { from: addDays(asOfDay, -OVERDUE_DAYS), to: asOfDay };
  const furthest = addDays(asOfDay, HORIZONS.at(-1) ?? 0);
  const rows = successions
    .filter(({ endsOn }) => endsOn >= overdue.from && endsOn < furthest)
    .filter((one) => one.endsOn >= asOfDay || one.successor === null)
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : Number(a.endsOn > b.endsOn)))
    .slice(0, MOST_ROWS)
    .map((one) => toRow(one, asOfDay, risksOf));
  const known = addDays(asOfDay, 1);
  const past = { from: range.from, to: range.to < known ? range.to : known };
  const book = {
    day: asOfDay,
    coming: HORIZONS.map((days) => ({
      days,
      ...total({ from: asOfDay, to: addDays(asOfDay, days) }),
    })),
    overdue: total(overdue),
    past: total({ from: past.from < past.to ? past.from : past.to, to: past.to }),
    rows,
  };
  return { book, accounts: [...new Set(rows.map((row) => row.account_id))] };
}

function totals(
  successions: readonly Succession[],
  days: DayRange,
  asOfDay: Day,
  risksOf: (one: Succession) => Risk[],
): RenewalTotalsAnswer {
  const { due, renewed, churned, open, ...money } = renewalTotals(successions, days, asOfDay);
  const sums = { renewed: 0n, churned: 0n, open: 0n };
  const risk = { count: 0, arr: 0n };
  for (const one of successions) {
    if (one.endsOn < days.from || one.endsOn >= days.to) continue;
    const arr = one.contract.arr ?? 0n;
    sums[renewalOutcome(one, asOfDay)] += arr;
    if (risksOf(one).length === 0) continue;
    risk.count += 1;
    risk.arr += arr;
  }
  return {
    ...days,
    ...{ due, renewed, churned, open },
    due_arr: formatCents(money.dueArr),
    renewed_arr: formatCents(sums.renewed),
    churned_arr: formatCents(sums.churned),
    open_arr: formatCents(sums.open),
    retained_arr: formatCents(money.retainedArr),
    uplift_arr: formatCents(money.upliftArr),
    at_risk: risk.count,
    at_risk_arr: formatCents(risk.arr),
  };
}

/** Accounts whose ARR fell in the last twelve months, without ending. */
function shrunkAccounts({ spans, asOfDay }: LoopFacts): Set<string> {
  const since = addMonths(asOfDay, -RISK_MONTHS);
  const shrank = [...Map.groupBy(spans, ({ accountId }) => accountId)].filter(([, own]) =>
    arrChanges(arrSteps(own)).some(
      ({ day, movement }) => day > since && day <= asOfDay && movement === 'contraction',
    ),
  );
  return new Set(shrank.map(([account]) => account));
}

function risks(one: Succession, asOfDay: Day, shrunk: ReadonlySet<string>): Risk[] {
  if (renewalOutcome(one, asOfDay) !== 'open') return [];
  const { cancelledOn, accountId } = one.contract;
  if (cancelledOn !== null && cancelledOn < one.endsOn) return ['cancelled'];
  return [
    ...(one.endsOn < asOfDay ? (['past_due'] as const) : []),
    ...(shrunk.has(accountId) ? (['shrank'] as const) : []),
  ];
}

function toRow(
  one: Succession,
  asOfDay: Day,
  risksOf: (one: Succession) => Risk[],
): RenewalRowAnswer {
  const { contract, successor } = one;
  const cents = (arr: bigint | null | undefined) => (arr == null ? null : formatCents(arr));
  return {
    contract_id: contract.contractId,
    account_id: contract.accountId,
    account_name: null,
    ends_on: one.endsOn,
    arr: cents(contract.arr),
    segment: contract.dimensions.segment,
    product: contract.dimensions.product,
    outcome: renewalOutcome(one, asOfDay),
    successor_arr: cents(successor?.arr),
    risks: risksOf(one),
  };
}
