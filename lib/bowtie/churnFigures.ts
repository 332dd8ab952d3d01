import { type Figure, figure } from './figure.ts';

/** Money of one period in any one unit; all amounts at or above 0. */
export type PeriodMoney = {
  start: number;
  new: number;
  reactivation: number;
  expansion: number;
  contraction: number;
  churn: number;
};

/**
 * Gross revenue churn: (churn + contraction) / start. A share of the period's opening balance;
 * never negative. None where the period opens at 0. Source: docs/metrics.md, section 2.
 * @example
 * const bare = { new: 0, reactivation: 0, expansion: 10 };
 * grossChurn({ ...bare, start: 100, churn: 10, contraction: 10 }).value // => 0.2
 * grossChurn({ ...bare, start: 0, churn: 0, contraction: 0 }).reason // => 'empty_base'
 */
export function grossChurn({ start, churn, contraction }: PeriodMoney): Figure {
  return figure(churn + contraction, start);
}

/**
 * Net revenue churn: (churn + contraction - expansion - reactivation) / start. Negative is growth.
 * None where the period opens at 0. Source: docs/metrics.md, section 2.
 * @example
 * const lost = { churn: 5, contraction: 5 };
 * netChurn({ ...lost, start: 100, new: 9, expansion: 15, reactivation: 5 }).value // => -0.1
 */
export function netChurn(money: PeriodMoney): Figure {
  const { start, churn, contraction, expansion, reactivation } = money;
  return figure(churn + contraction - expansion - reactivation, start);
}

/**
 * The share lost in a year at a constant monthly share: 1 - (1 - m)^12, not 12 m.
 * Source: docs/metrics.md, section 2.
 * @example
 * annualFromMonthly(0.5) // => 0.999755859375
 * annualFromMonthly(0) // => 0
 */
export function annualFromMonthly(monthlyShare: number): number {
  return 1 - (1 - monthlyShare) ** 12;
}

/**
 * Expected lifetime of a customer: 1 / churn, in the periods to which the churn belongs. None
 * without churn: nobody can say how long. Source: docs/metrics.md, section 2.
 * @example
 * lifetime(0.2).value // => 5
 * lifetime(0).reason // => 'no_churn'
 */
export function lifetime(churn: number): Figure {
  return figure(1, churn, 'no_churn');
}

/**
 * Lifetime value: revenue per account x gross margin / churn. Revenue and churn are of the same
 * period; margin is a share, 1 leaves it out. None without churn.
 * Source: docs/metrics.md, section 2.
 * @example
 * lifetimeValue({ revenue: 30000, churn: 0.1, grossMargin: 0.8 }).value // => 240000
 * lifetimeValue({ revenue: 100, churn: 0 }).reason // => 'no_churn'
 */
export function lifetimeValue(input: {
  revenue: number;
  churn: number;
  grossMargin?: number;
}): Figure {
  return figure(input.revenue * (input.grossMargin ?? 1), input.churn, 'no_churn');
}

/**
 * Quick ratio: (new + reactivation + expansion) / (churn + contraction). Without losses there is
 * none: "no losses", not 0 and not infinity. Source: docs/metrics.md, section 2.
 * @example
 * const bare = { start: 0, reactivation: 0 };
 * quickRatio({ ...bare, new: 95, expansion: 28, churn: 18, contraction: 7 }).value // => 4.92
 * quickRatio({ ...bare, new: 95, expansion: 28, churn: 0, contraction: 0 }).reason // => 'no_losses'
 */
export function quickRatio(money: PeriodMoney): Figure {
  const gained = money.new + money.reactivation + money.expansion;
  return figure(gained, money.churn + money.contraction, 'no_losses');
}

/**
 * NRR that a plan implies: GRR x (1 + expansion); expansion is a share of ARR after churn.
 * Source: definitions, section 7.
 * @example
 * impliedNrr(0.5, 0.5) // => 0.75
 */
export function impliedNrr(grr: number, expansion: number): number {
  return grr * (1 + expansion);
}

/**
 * Recurring share of revenue: recurring / total. None without revenue. Expects the one-off revenue
 * to be loaded too. Source: definitions, section 7.
 * @example
 * recurringShare(75, 100).value // => 0.75
 * recurringShare(0, 0).reason // => 'empty_base'
 */
export function recurringShare(recurring: number, total: number): Figure {
  return figure(recurring, total);
}
