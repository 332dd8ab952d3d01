import { addDays, type Day, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { ArrMovement } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { lapsedBefore, type Renewal, renewalOutcome } from '#lib/bowtie/renewals.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Retained } from '#lib/contract/vocabulary.ts';
import type { RecordSort } from '#lib/store/listRecords.ts';
import type { MovedAccount } from '#lib/store/movedAccounts.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { PayingAccount } from '#lib/store/payingAccounts.ts';
import { isoOf } from '../isoOf.ts';
import type { Revenue } from './revenue.ts';

type RenewalSelector = 'due' | 'renewed' | 'churned' | 'open';
export type LoopSelector =
  | { movement: ArrMovement }
  | { renewal: RenewalSelector }
  | { retention: Retained };

/** Rows that are asked for some at a time, by their place. */
export type RowPages = {
  count: () => Promise<number>;
  page: (offset: number, limit: number) => Promise<RecordRow[]>;
};

type Asked = { revenue: Revenue; range: DayRange; org: Org };

/** The accounts or contracts behind a number of the loop, as rows of GET /records. */
export async function loopRows(asked: Asked, selector: LoopSelector): Promise<RecordRow[]> {
  const { revenue, range, org } = asked;
  const start = startsIn(org.timeZone);
  if ('renewal' in selector) {
    const outcomes = OUTCOMES_OF[selector.renewal];
    const due = await revenue.due(range);
    return due
      .filter((one) => outcomes.includes(renewalOutcome(one, revenue.asOfDay)))
      .map((one) => contractRow(asked, one, start));
  }
  if ('retention' in selector) {
    const outcomes = RETAINED_OUTCOMES[selector.retention];
    const paying = await revenue.paying(range);
    return paying
      .filter((one) => outcomes.includes(outcomeOf(one)))
      .map((one) => payingRow(asked, one, start));
  }
  const moved = await revenue.moved(selector.movement, range);
  return moved.map((one) => accountRow(asked, one, start));
}

/** Few days, many rows: each day's first instant is told once. */
function startsIn(timeZone: string): (day: Day) => string {
  const known = new Map<Day, string>();
  return (day) => {
    const start = known.get(day) ?? isoOf(startOfLocalDay(day, timeZone));
    known.set(day, start);
    return start;
  };
}

/** One row per account that moved so in the period: the sum, and the day of the first time. */
function accountRow(
  { revenue, org }: Asked,
  moved: MovedAccount,
  start: (day: Day) => string,
): RecordRow {
  return {
    ...accountOf(revenue, moved.accountId),
    entered_at: start(moved.day),
    ...{ implied: false, outcome: null, outcome_at: null },
    ...{ amount: formatCents(moved.amount), currency: org.currency },
    ...moved.dimensions,
    account_name: null,
  };
}

const outcomeOf = ({ leftOn }: PayingAccount) => (leftOn === null ? 'advanced' : 'lost');
const RETAINED_OUTCOMES: Record<Retained, readonly ('advanced' | 'lost')[]> = {
  ...{ base: ['advanced', 'lost'], kept: ['advanced'], lost: ['lost'] },
};

/** One row per account that pays at the start, with what it pays then and at the end. */
function payingRow(
  { revenue, org }: Asked,
  paying: PayingAccount,
  start: (day: Day) => string,
): RecordRow {
  const { accountId, since, leftOn, dimensions, base, end, kept } = paying;
  return {
    ...accountOf(revenue, accountId),
    entered_at: start(since),
    implied: false,
    outcome: outcomeOf(paying),
    outcome_at: leftOn === null ? null : start(leftOn),
    ...{ amount: formatCents(base), currency: org.currency },
    ...dimensions,
    account_name: null,
    ...{ end_amount: formatCents(end), kept_amount: formatCents(kept) },
  };
}

/** Where events tell the revenue, an account's name has a prefix: a record can stand for one. */
function accountOf({ source }: Revenue, id: string) {
  if (source === 'contracts') return { record_id: id, account_id: id };
  const name = id.slice(id.indexOf(':') + 1);
  return { record_id: name, account_id: id.startsWith('record:') ? null : name };
}

const OUTCOMES_OF: Record<RenewalSelector, readonly (keyof typeof OUTCOMES)[]> = {
  due: ['renewed', 'churned', 'open'],
  renewed: ['renewed'],
  churned: ['churned'],
  open: ['open'],
};

/** The contracts behind a renewal some at a time; null where they are all there at once. */
export function duePages(
  asked: Asked,
  renewal: RenewalSelector,
  { field, descending }: RecordSort,
): RowPages | null {
  const { revenue, range, org } = asked;
  const pages = revenue.duePages;
  if (pages === null || field === 'account_name') return null;
  const lapsed = lapsedBefore(revenue.asOfDay);
  const due = { range, lapsed, outcomes: OUTCOMES_OF[renewal] };
  const sort = { field, descending };
  return {
    count: () => pages.count(due),
    page: async (offset, limit) => {
      const found = await pages.page(due, { sort, offset, limit });
      const start = startsIn(org.timeZone);
      return found.map((one) => contractRow(asked, one, start));
    },
  };
}

const OUTCOMES = { renewed: 'advanced', churned: 'lost', open: 'open' } as const;

/** One row per contract that fell due: entered when it ends, advanced when it was renewed. */
function contractRow(
  { revenue, org }: Asked,
  { contract, endsOn, successor }: Renewal,
  start: (day: Day) => string,
): RecordRow {
  const outcome = renewalOutcome({ endsOn, successor }, revenue.asOfDay);
  const lapsed = outcome === 'churned' ? addDays(endsOn, 31) : null;
  const ended = successor?.startsOn ?? lapsed;
  return {
    record_id: contract.contractId,
    account_id: contract.accountId,
    entered_at: start(endsOn),
    implied: false,
    outcome: OUTCOMES[outcome],
    outcome_at: ended === null ? null : start(ended),
    amount: contract.arr === null ? null : formatCents(contract.arr),
    currency: contract.arr === null ? null : org.currency,
    ...contract.dimensions,
    account_name: null,
  };
}
