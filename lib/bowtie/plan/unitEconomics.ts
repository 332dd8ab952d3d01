import { lifetimeValue } from '../churnFigures.ts';
import { customerCost, paybackMonths, valueToCost } from '../costFigures.ts';
import { type Figure, figure, noFigure } from '../figure.ts';
import { ratio } from '../ratio.ts';

/** One tier over twelve months; money in the reporting currency. */
export type TierFacts = {
  /** Customers won in the period. */
  wins: number;
  /** Recurring revenue that they brought. */
  new_arr: number;
  average_arr: number;
  average_customers: number;
  grr: number | null;
  /** What it took to win: channels and the people of the left side. */
  spend: number;
  /** What it took to serve: the people of the right side. */
  service_cost: number;
  /** Share of revenue left after delivering it; null: after the people who serve. */
  gross_margin: number | null;
  /** Whether any cost is known at all. */
  has_costs: boolean;
};

export type Verdict = 'loss' | 'slow' | 'sound' | 'unknown';

export type TierEconomics = {
  /** Share of the revenue that is left after serving; never above 1. */
  margin: Figure;
  arpa: Figure;
  cac: Figure;
  payback_months: Figure;
  ltv: Figure;
  ltv_to_cac: Figure;
  /** What a deal of today leaves in five years, after winning and serving it. */
  per_deal: Figure;
  /** Revenue of the period after serving and winning. */
  contribution: number;
  verdict: Verdict;
};

/** The marks that a tier must reach before it is scaled (definitions, section 10). */
export const WANTED_LTV_TO_CAC = 3;
export const WANTED_PAYBACK = 18;
const YEARS = 5;

/**
 * What a tier earns and costs: CAC, payback, LTV, LTV:CAC, and what each deal leaves.
 *
 * margin = 1 - service cost / average ARR (or the gross margin given). CAC = spend / wins. ARPA =
 * average ARR / average customers. LTV = ARPA x margin / (1 - GRR), none without churn. Per deal:
 * new ARR per win x margin x the sum of GRR^t over five years, less CAC; a deal that leaves less
 * than nothing is sold at a loss, and so is a tier without margin. Slow: LTV:CAC under 3 or payback
 * over 18 months. Undefined is null with a reason. Source: definitions, sections 7 and 10;
 * docs/metrics.md.
 * @example
 * const tier = { wins: 10, new_arr: 1000, average_arr: 2000, average_customers: 20, grr: 0.9 };
 * const cost = { spend: 500, service_cost: 400, gross_margin: null, has_costs: true };
 * const told = unitEconomics({ ...tier, ...cost });
 * [told.cac.value, told.margin.value, told.arpa.value] // => [50, 0.8, 100]
 * [told.payback_months.value?.toFixed(2), told.verdict] // => ['7.50', 'sound']
 * unitEconomics({ ...tier, ...cost, spend: 9000 }).verdict // => 'loss'
 */
export function unitEconomics(tier: TierFacts): TierEconomics {
  const { wins, new_arr, average_arr, average_customers, grr, spend, service_cost } = tier;
  const margin = marginOf(tier);
  const kept = margin.value ?? 0;
  const arpa = figure(average_arr, average_customers);
  const none = noFigure('no_spend');
  const cac = tier.has_costs ? customerCost(spend, wins) : none;
  const payback_months = tier.has_costs
    ? paybackMonths({ spend, monthlyNewRevenue: new_arr / 12, grossMargin: kept })
    : none;
  const ltv =
    arpa.value === null || grr === null
      ? noFigure('empty_base')
      : lifetimeValue({ revenue: arpa.value, churn: Math.max(0, 1 - grr), grossMargin: kept });
  const ltv_to_cac =
    ltv.value === null || cac.value === null
      ? noFigure(cac.value === null ? 'no_spend' : 'no_churn')
      : valueToCost(ltv.value, cac.value);
  const per_deal = perDeal(tier, kept, cac);
  const contribution = average_arr * kept - spend;
  const told = { margin, arpa, cac, payback_months, ltv, ltv_to_cac, per_deal, contribution };
  return { ...told, verdict: verdictOf(told, tier.has_costs && service_cost + spend > 0) };
}

function marginOf({ gross_margin, average_arr, service_cost }: TierFacts): Figure {
  if (gross_margin !== null) return { value: gross_margin, reason: null };
  return figure(average_arr - service_cost, average_arr);
}

function perDeal({ new_arr, wins, grr }: TierFacts, margin: number, cac: Figure): Figure {
  const acv = ratio(new_arr, wins);
  if (acv === null || grr === null || cac.value === null) return noFigure('empty_base');
  let years = 0;
  for (let year = 0; year < YEARS; year += 1) years += Math.min(1, grr) ** year;
  return { value: acv * margin * years - cac.value, reason: null };
}

function verdictOf(told: Omit<TierEconomics, 'verdict'>, hasCosts: boolean): Verdict {
  if (!hasCosts) return 'unknown';
  const { margin, per_deal, ltv_to_cac, payback_months } = told;
  if ((margin.value !== null && margin.value <= 0) || (per_deal.value ?? 0) < 0) return 'loss';
  if (payback_months.value === null) return 'unknown';
  const isSlow = payback_months.value > WANTED_PAYBACK;
  // Without churn the lifetime has no end: nothing speaks against the value.
  const isThin = ltv_to_cac.value !== null && ltv_to_cac.value < WANTED_LTV_TO_CAC;
  return isSlow || isThin ? 'slow' : 'sound';
}
