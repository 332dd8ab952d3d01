import type { UnitEconomicsAnswer } from '#lib/contract/unitEconomics.ts';
import type { Format } from '../createFormat.ts';

type Data = UnitEconomicsAnswer['data'];
export type Tier = Data['tiers'][number];

export const FIGURES = [
  ...['wins', 'cac', 'payback_months', 'arpa', 'margin', 'ltv', 'ltv_to_cac', 'per_deal'],
  'contribution',
] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure of a tier in words; where there is none, why not. */
export type FigureCell = { shown: string; raw: number | null; reason: string | null };

export function figureCell(tier: Omit<Tier, 'key'>, figure: Figure, format: Format): FigureCell {
  if (figure === 'wins') return { shown: format.count(tier.wins), raw: tier.wins, reason: null };
  if (figure === 'contribution') {
    const amount = tier.contribution;
    return { shown: format.shortMoney(amount), raw: Number(amount), reason: null };
  }
  const { value, reason } = tier[figure];
  if (value === null) return { shown: '—', raw: null, reason };
  const raw = Number(value);
  if (typeof value === 'string') return { shown: format.shortMoney(value), raw, reason: null };
  const shown = figure === 'margin' ? format.percent(raw) : raw.toFixed(1);
  return { shown, raw, reason: null };
}

/** What stands against scaling a tier, each thing once. */
export function readinessGaps({ readiness }: Tier): string[] {
  const gaps = readiness.conversions.flatMap((one) => one.gaps);
  return [...new Set(gaps)];
}
