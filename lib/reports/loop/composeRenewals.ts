import { compareCodePoints } from '#lib/bowtie/compareCodePoints.ts';
import { addDays, addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import {
  type Renewal,
  type RenewalTotals,
  renewalOutcome,
  renewalTotals,
} from '#lib/bowtie/renewals.ts';
import type {
  LoopPageAnswer,
  RENEWAL_RISKS,
  RenewalRowAnswer,
  RenewalTotalsAnswer,
} from '#lib/contract/loop.ts';
import type { Revenue } from './revenue.ts';

type Book = LoopPageAnswer['data']['renewals'];
type Risk = (typeof RENEWAL_RISKS)[number];
/** A contract that falls due, with why it may not be renewed. */
type Seen = Renewal & { outcome: Outcome; risks: Risk[] };
type Outcome = ReturnType<typeof renewalOutcome>;

const HORIZONS = [30, 60, 90, 180];
/** As long as an ended contract may still be renewed (definitions, section 7). */
const OVERDUE_DAYS = 30;
const RISK_MONTHS = 12;
const MOST_ROWS = 500;

/** What is due, what became of what was due, and what is at risk, by due date. */
export async function composeRenewals(
  revenue: Revenue,
  range: DayRange,
): Promise<{ book: Book; accounts: string[] }> {
  const { asOfDay } = revenue;
  const overdue = { from: addDays(asOfDay, -OVERDUE_DAYS), to: asOfDay };
  const book = { from: overdue.from, to: addDays(asOfDay, HORIZONS.at(-1) ?? 0) };
  const shrunk = await revenue.shrunk(addMonths(asOfDay, -RISK_MONTHS));
  const due = (await revenue.due(book)).map((one): Seen => {
    const outcome = renewalOutcome(one, asOfDay);
    return { ...one, outcome, risks: outcome === 'open' ? risks(one, { asOfDay, shrunk }) : [] };
  });
  const total = (days: DayRange) => {
    const own = within(due, days);
    return toTotals(days, renewalTotals(own, days, asOfDay), atRisk(own));
  };
  const known = addDays(asOfDay, 1);
  const until = range.to < known ? range.to : known;
  const past = { from: range.from < until ? range.from : until, to: until };
  const rows = rowsOf(due, asOfDay);
  return {
    book: {
      day: asOfDay,
      coming: HORIZONS.map((days) => ({
        days,
        ...total({ from: asOfDay, to: addDays(asOfDay, days) }),
      })),
      overdue: total(overdue),
      // What is open still is in the book: nothing else can be at risk.
      past: toTotals(past, (await revenue.renewals(past)).total, atRisk(within(due, past))),
      rows,
    },
    accounts: [...new Set(rows.map((row) => row.account_id))],
  };
}

function within(due: readonly Seen[], { from, to }: DayRange): Seen[] {
  return due.filter(({ endsOn }) => endsOn >= from && endsOn < to);
}

function atRisk(due: readonly Seen[]): { count: number; arr: bigint } {
  const risky = due.filter((one) => one.risks.length > 0);
  return {
    count: risky.length,
    arr: risky.reduce((sum, { contract }) => sum + (contract.arr ?? 0n), 0n),
  };
}

function toTotals(
  days: DayRange,
  totals: RenewalTotals,
  risk: { count: number; arr: bigint },
): RenewalTotalsAnswer {
  const { due, renewed, churned, open } = totals;
  return {
    ...days,
    ...{ due, renewed, churned, open },
    due_arr: formatCents(totals.dueArr),
    renewed_arr: formatCents(totals.renewedArr),
    churned_arr: formatCents(totals.churnedArr),
    open_arr: formatCents(totals.openArr),
    retained_arr: formatCents(totals.retainedArr),
    uplift_arr: formatCents(totals.upliftArr),
    at_risk: risk.count,
    at_risk_arr: formatCents(risk.arr),
  };
}

function risks(
  one: Renewal,
  { asOfDay, shrunk }: { asOfDay: Day; shrunk: ReadonlySet<string> },
): Risk[] {
  const { cancelledOn, accountId } = one.contract;
  if (cancelledOn !== null && cancelledOn < one.endsOn) return ['cancelled'];
  return [
    ...(one.endsOn < asOfDay ? (['past_due'] as const) : []),
    ...(shrunk.has(accountId) ? (['shrank'] as const) : []),
  ];
}

function byPlace(a: Renewal, b: Renewal): number {
  return (
    compareCodePoints(a.endsOn, b.endsOn) ||
    compareCodePoints(a.contract.contractId, b.contract.contractId) ||
    compareCodePoints(a.contract.source, b.contract.source)
  );
}

function rowsOf(due: readonly Seen[], asOfDay: Day): RenewalRowAnswer[] {
  return due
    .filter((one) => one.endsOn >= asOfDay || one.successor === null)
    .toSorted(byPlace)
    .slice(0, MOST_ROWS)
    .map(toRow);
}

function toRow(one: Seen): RenewalRowAnswer {
  const { contract, successor, outcome } = one;
  const cents = (arr: bigint | null | undefined) => (arr == null ? null : formatCents(arr));
  return {
    contract_id: contract.contractId,
    account_id: contract.accountId,
    account_name: null,
    ends_on: one.endsOn,
    arr: cents(contract.arr),
    segment: contract.dimensions.segment,
    product: contract.dimensions.product,
    outcome,
    successor_arr: cents(successor?.arr),
    risks: one.risks,
  };
}
