import { addMonths, type Day, dayText } from './calendar.ts';
import { CURVES } from './curves.ts';
import type { Random } from './random.ts';
import type { Customer, Pursuit, SampleContract } from './types.ts';

/** One subscription of a customer: a chain of contracts, each succeeding the one before. */
export type Line = {
  lineId: string;
  pursuit: Pursuit;
  startsOn: Day;
  arr: number;
};

/** What happens to a line after its first contract; the right side's events follow from it. */
export type Change = {
  day: Day;
  kind: 'opened' | 'renewed' | 'dropped';
  line: Line;
  arr: number;
};

const TERM_MONTHS = 12;
const LATE_DAYS = [4, 26] as const;
const cents = (amount: number): string => amount.toFixed(2);

type Terms = { contracts: SampleContract[]; changes: Change[] };

/** Ends a line by itself or with its account, and says which contract is cancelled for it. */
type Ending = { churnedOn: Day | null; until: Day };

function contract(
  customer: Customer,
  line: Line,
  n: number,
  term: { from: Day; to: Day; arr: number },
): SampleContract {
  return {
    contract_id: `${line.lineId}-${n}`,
    account_id: customer.accountId,
    starts_on: dayText(term.from),
    ends_on: dayText(term.to),
    arr: cents(term.arr),
    currency: line.pursuit.currency,
    product: line.pursuit.product,
    segment: line.pursuit.tier,
    motion: line.pursuit.motion,
  };
}

function nextArr(random: Random, line: Line, arr: number): number {
  const curve = CURVES[line.pursuit.tier];
  if (random.chance(curve.contract)) return Math.round(arr * random.between(0.55, 0.9));
  if (random.chance(curve.uplift)) return Math.round(arr * random.between(1.03, 1.1));
  return arr;
}

/** Term after term until the line is not renewed, its account leaves, or the future begins. */
export function makeLine(
  random: Random,
  customer: Customer,
  line: Line,
  renewRate: number,
  { churnedOn, until }: Ending,
): Terms {
  const curve = CURVES[line.pursuit.tier];
  const terms: Terms = { contracts: [], changes: [] };
  let from = line.startsOn;
  let arr = line.arr;
  terms.changes.push({ day: from, kind: 'opened', line, arr });
  for (let n = 1; n === 1 || from < until; n += 1) {
    // Late or not, a renewed term ends on the anniversary.
    const to = addMonths(line.startsOn, TERM_MONTHS * n);
    if (churnedOn !== null && churnedOn <= from) break;
    const row = contract(customer, line, n, { from, to, arr });
    terms.contracts.push(row);
    if (churnedOn !== null && churnedOn < to) {
      row.cancelled_on = dayText(churnedOn);
      break;
    }
    if (churnedOn === to) break;
    if (!random.chance(renewRate)) {
      terms.changes.push({ day: to, kind: 'dropped', line, arr });
      break;
    }
    const late = random.chance(curve.lateRenewal) ? random.whole(...LATE_DAYS) : 0;
    arr = nextArr(random, line, arr);
    from = to + late;
    terms.changes.push({ day: from, kind: 'renewed', line, arr });
  }
  return terms;
}

/** The day the customer leaves for good: mid-term by notice, or at the end of a term. */
export function leavingDay(
  random: Random,
  customer: Customer,
  startsOn: Day,
  { adopted, until }: { adopted: boolean; until: Day },
): Day | null {
  const curve = CURVES[customer.pursuit.tier];
  const renew = curve.renew * (adopted ? 1.03 : 0.8);
  for (let n = 1; addMonths(startsOn, TERM_MONTHS * (n - 1)) < until; n += 1) {
    const to = addMonths(startsOn, TERM_MONTHS * n);
    if (random.chance(curve.cancel)) return to - random.whole(30, 260);
    if (!random.chance(renew)) return to;
  }
  return null;
}
