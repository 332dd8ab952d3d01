import { ratio } from '../ratio.ts';

/** What the customers of a segment are worth today, and what falls due until the end. */
export type CustomerInputs = {
  facts: { daysLeft: number; arr: number; due: number };
  rates: CustomerRates;
};

/** What twelve months say of customers. */
export type CustomerRates = {
  /** Share of the ARR that fell due which was renewed, up to what it was. */
  kept: number;
  /** ARR that grew, and ARR that fell away without being due, a year, as shares of all ARR. */
  grown: number;
  shed: number;
};

export type CustomersAhead = { due: number; grown: number; shed: number };

export const DAYS_A_YEAR = 365.25;

/**
 * What customers are to gain and lose until the end, each as an addition to the ARR: `due` = -ARR
 * that falls due x (1 - kept), `grown` = ARR x rate a year x years left, `shed` likewise, below 0.
 *
 * In-year wins neither churn nor grow. Amounts in the reporting currency, unrounded.
 * Source: definitions, sections 7 and 8 (1, 11).
 * @example
 * const facts = { daysLeft: 365.25, arr: 1000, due: 200 };
 * customersAhead({ facts, rates: { kept: 0.75, grown: 0.25, shed: 0.125 } })
 * // => { due: -50, grown: 250, shed: -125 }
 */
export function customersAhead({ facts, rates }: CustomerInputs): CustomersAhead {
  const years = facts.daysLeft / DAYS_A_YEAR;
  return {
    due: -facts.due * (1 - rates.kept) + 0,
    grown: facts.arr * rates.grown * years,
    shed: -facts.arr * rates.shed * years + 0,
  };
}

/** What customers did in twelve months, in ARR. */
export type CustomerHistory = {
  start: number;
  end: number;
  expansion: number;
  contraction: number;
  churn: number;
  /** Of contracts whose outcome is settled: the ARR that fell due, and what of it was renewed. */
  due: number;
  kept: number;
};

/**
 * The rates behind `customersAhead`, from twelve months.
 *
 * kept = renewed / due (1 where nothing was due); grown = expansion / mean of the ARR at start and
 * end; shed = (contraction + churn - what was lost where it was due) / the same, not below 0.
 * Source: definitions, section 7.
 * @example
 * const moved = { start: 900, end: 1100, expansion: 100, contraction: 20, churn: 80 };
 * customerRates({ ...moved, due: 200, kept: 150 }) // => { kept: 0.75, grown: 0.1, shed: 0.05 }
 * customerRates({ ...moved, start: 0, end: 0, due: 0, kept: 0 }) // => { kept: 1, grown: 0, shed: 0 }
 */
export function customerRates(history: CustomerHistory): CustomerRates {
  const { start, end, expansion, contraction, churn, due, kept } = history;
  const mean = (start + end) / 2;
  const shed = Math.max(0, contraction + churn - (due - kept));
  return {
    kept: ratio(kept, due) ?? 1,
    grown: ratio(expansion, mean) ?? 0,
    shed: ratio(shed, mean) ?? 0,
  };
}
