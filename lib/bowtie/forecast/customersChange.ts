import { type CustomerInputs, customersAhead } from './customersAhead.ts';
import { splitChange } from './splitChange.ts';

/** A moment of a segment's customers, with what they did since the earlier one (there 0). */
export type CustomerMoment = Omit<CustomerInputs, 'facts'> & {
  facts: CustomerInputs['facts'] & { expansion: number; fell: number };
};

export type CustomersChange = { left: number; grew: number; retention: number };

/**
 * Why customers are expected to end the year differently than before: the parts sum to the change
 * of `customersAhead` plus what they did in between.
 *
 * `left`: what fell away (churn and contraction), less what was expected to; `grew`: expansion
 * likewise; `retention`: the rates. Shapley values: no order. Source: definitions, section 9.
 * @example
 * const rates = { kept: 1, grown: 0, shed: 0 };
 * const facts = { daysLeft: 9, arr: 100, due: 0, expansion: 0, fell: 0 };
 * const before = { facts, rates };
 * const after = { facts: { ...facts, daysLeft: 2, arr: 95, fell: 15, expansion: 10 }, rates };
 * customersChange(before, after) // => { left: -15, grew: 10, retention: 0 }
 */
export function customersChange(before: CustomerMoment, after: CustomerMoment): CustomersChange {
  const split = splitChange(before, after, (mixed) => {
    const { due, grown, shed } = customersAhead(mixed);
    const { expansion, fell } = mixed.facts;
    return [due + shed - fell, grown + expansion];
  });
  const [left = 0, grew = 0] = split.facts;
  return { left, grew, retention: split.rates.reduce((sum, one) => sum + one, 0) };
}
