import type { Format } from '../createFormat.ts';
import type { Figure, Tier } from './economicsTable.ts';

/** What a figure is made of: a message key and a value. */
export type FigureFact = { key: FactKey; value: string };
type FactKey =
  | 'spent'
  | 'wins'
  | 'newArr'
  | 'averageArr'
  | 'customers'
  | 'service'
  | 'cac'
  | 'arpa'
  | 'margin'
  | 'ltv'
  | 'grr';

const PARTS: Record<Figure, readonly FactKey[]> = {
  wins: ['newArr'],
  cac: ['spent', 'wins'],
  payback_months: ['cac', 'newArr', 'wins', 'margin'],
  arpa: ['averageArr', 'customers'],
  margin: ['averageArr', 'service'],
  ltv: ['arpa', 'margin', 'grr'],
  ltv_to_cac: ['ltv', 'cac'],
  per_deal: ['newArr', 'wins', 'margin', 'grr', 'cac'],
  contribution: ['averageArr', 'service', 'spent'],
};

/** The numbers that a figure of a tier was reckoned from. */
export function figureFacts(tier: Omit<Tier, 'key'>, figure: Figure, format: Format): FigureFact[] {
  const { customers } = tier;
  const values: Record<FactKey, string> = {
    spent: format.money(tier.spend.total),
    wins: format.count(tier.wins),
    newArr: format.money(tier.new_arr),
    averageArr: format.money(tier.average_arr),
    customers: `${format.count(customers.start)} → ${format.count(customers.end)}`,
    service: format.money(tier.service_cost),
    cac: format.money(tier.cac.value),
    arpa: format.money(tier.arpa.value),
    margin: format.percent(tier.margin.value),
    ltv: format.money(tier.ltv.value),
    grr: format.percent(tier.grr),
  };
  return PARTS[figure].map((key) => ({ key, value: values[key] }));
}
