import { FATES, type Fate } from './fates.ts';
import { type Landing, landing } from './landing.ts';
import { inflowOf, type OpenEntries, type SalesInputs, signedOf, winsOf } from './salesAhead.ts';
import { splitChange } from './splitChange.ts';

/** A moment of a segment: as for `salesAhead`, each open entry with what is known of it later. */
export type SalesMoment = Omit<SalesInputs, 'facts'> & {
  facts: Omit<SalesInputs['facts'], 'open'> & {
    open: readonly (OpenEntries & { fate: Fate })[];
    /** ARR that came from new or returning customers since the earlier moment; there 0. */
    booked: number;
  };
};

export type SalesChange = Record<Fate | 'rates' | 'value' | 'volumes', number>;

/**
 * Why the sales of a year are expected to end differently than before: the parts sum to the change
 * of `salesAhead` plus what was booked in between.
 *
 * `won`: what began and was signed, less what the won records had counted for; `lost` likewise;
 * `moved`: open in another stage; `waited`: still there, older and with less time left; `came`: new
 * records, less what was expected to come; `rates`: the curves; `value`: of a win; `volumes`: what
 * the days ahead bring. Shapley values over facts and these inputs: no order. Amounts unrounded.
 * Source: definitions, section 9.
 * @example
 * const sure = { rate: 1, fresh: [1], open: [1], advanced: [1], ended: [1] };
 * const rates = { steps: [sure], toWin: 1 };
 * const facts = { daysLeft: 9, signed: [], booked: 0 };
 * const lost = [{ step: 0, age: 0, count: 3, fate: 'lost' }];
 * const before = { facts: { ...facts, open: lost }, rates, value: 10, daily: [] };
 * salesChange(before, { ...before, facts: { ...facts, daysLeft: 8, open: [] } }).lost // => -30
 */
export function salesChange(before: SalesMoment, after: SalesMoment): SalesChange {
  const tables = new Map<string, Landing>();
  const tableOf = ({ facts, rates }: SalesMoment): Landing => {
    const key = `${facts === before.facts} ${rates === before.rates}`;
    const table = tables.get(key) ?? landing(rates.steps, facts.daysLeft);
    tables.set(key, table);
    return table;
  };
  const split = splitChange(before, after, (mixed) => {
    const table = tableOf(mixed);
    return FATES.map((fate) => amountOf(fate, mixed, table));
  });
  const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
  const [won = 0, lost = 0, moved = 0, waited = 0, came = 0] = split.facts;
  const inputs = { rates: sum(split.rates), value: sum(split.value), volumes: sum(split.daily) };
  return { won, lost, moved, waited, came, ...inputs };
}

function amountOf(fate: Fate, mixed: SalesMoment, table: Landing): number {
  const { facts, value } = mixed;
  const own = facts.open.filter((one) => one.fate === fate);
  const ahead = winsOf(own, table) * value;
  if (fate === 'won') return ahead + facts.booked + signedOf(mixed, table).arr;
  return fate === 'came' ? ahead + inflowOf(mixed, table).wins * value : ahead;
}
