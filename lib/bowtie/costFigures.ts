import { type Figure, figure, noFigure } from './figure.ts';

/**
 * Cost to win a customer: fully loaded sales and marketing spend / new customers, of periods that
 * belong together (spend earlier by the sales cycle). None without new customers.
 * Source: docs/metrics.md, section 2.
 * @example
 * customerCost(500, 5).value // => 100
 * customerCost(500, 0).reason // => 'empty_base'
 */
export function customerCost(spend: number, newCustomers: number): Figure {
  return figure(spend, newCustomers);
}

/**
 * Lifetime value / cost to win. None without a cost. Source: docs/metrics.md, section 2.
 * @example
 * valueToCost(500000, 100000).value // => 5
 * valueToCost(500000, 0).reason // => 'no_spend'
 */
export function valueToCost(lifetimeValue: number, customerCost: number): Figure {
  return figure(lifetimeValue, customerCost, 'no_spend');
}

/**
 * Months until the margin of new customers has paid for winning them: spend / (monthly new revenue
 * x gross margin). Both are totals of the same period, or both per customer. None where the new
 * revenue earns nothing, or is sold at a loss. Source: docs/metrics.md, section 2.
 * @example
 * paybackMonths({ spend: 1200, monthlyNewRevenue: 100, grossMargin: 0.8 }).value // => 15
 * paybackMonths({ spend: 1200, monthlyNewRevenue: 0, grossMargin: 0.8 }).reason // => 'empty_base'
 * paybackMonths({ spend: 1200, monthlyNewRevenue: 9, grossMargin: -0.1 }).reason // => 'not_profitable'
 */
export function paybackMonths(input: {
  spend: number;
  monthlyNewRevenue: number;
  grossMargin: number;
}): Figure {
  if (input.grossMargin <= 0) return noFigure('not_profitable');
  return figure(input.spend, input.monthlyNewRevenue * input.grossMargin);
}

/**
 * Magic number: 4 x (revenue of the quarter - of the one before) / sales and marketing spend of
 * the quarter before. None without spend. Source: docs/metrics.md, section 2.
 * @example
 * magicNumber({ revenue: 130, revenueBefore: 100, spendBefore: 60 }).value // => 2
 * magicNumber({ revenue: 130, revenueBefore: 100, spendBefore: 0 }).reason // => 'no_spend'
 */
export function magicNumber(quarters: {
  revenue: number;
  revenueBefore: number;
  spendBefore: number;
}): Figure {
  const { revenue, revenueBefore, spendBefore } = quarters;
  return figure(4 * (revenue - revenueBefore), spendBefore, 'no_spend');
}

/**
 * Burn multiple: net burn / net new ARR, of the same period. None without growth, and none for a
 * company that burns nothing ("self-funding"). Source: docs/metrics.md, section 2.
 * @example
 * burnMultiple(4, 5).value // => 0.8
 * burnMultiple(4, -1).reason // => 'no_growth'
 * burnMultiple(0, 5).reason // => 'self_funding'
 */
export function burnMultiple(netBurn: number, netNewArr: number): Figure {
  if (netBurn <= 0) return noFigure('self_funding');
  return netNewArr <= 0 ? noFigure('no_growth') : figure(netBurn, netNewArr);
}

/**
 * Rule of 40: growth + margin, both in the same unit. Source: docs/metrics.md, section 2.
 * @example
 * ruleOf40(60, -15) // => 45
 */
export function ruleOf40(growth: number, margin: number): number {
  return growth + margin;
}
