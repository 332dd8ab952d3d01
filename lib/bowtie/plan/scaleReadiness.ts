import type { Figure } from '../figure.ts';
import { ratio } from '../ratio.ts';
import { WANTED_LTV_TO_CAC, WANTED_PAYBACK } from './unitEconomics.ts';

/** What is known of one conversion of a tier. */
export type ConversionEvidence = {
  conversion: string;
  /** Entries of twelve months. */
  base: number;
  /** Enough of them have ended for a matured rate. */
  matured: boolean;
  /** The last three months whose entries have mostly ended. */
  recent: { base: number; advanced: number } | null;
  /** The rate of the published plan; null without one. */
  plan: number | null;
};

export type EvidenceGap = 'too_few' | 'immature' | 'no_recent' | 'no_plan' | 'off_plan';

export type Readiness = {
  /** Share of conversions without a gap; null without any conversion. */
  share: number | null;
  conversions: (ConversionEvidence & { rate: number | null; gaps: EvidenceGap[] })[];
  gates: {
    gate: 'ltv_to_cac' | 'payback_months';
    value: number | null;
    wanted: number;
    met: boolean;
  }[];
  /** First of all: it sells at a loss. */
  at_loss: boolean;
};

const ENOUGH = 20;
const NEAR = 0.2;

/**
 * How much speaks for scaling a tier, and what is missing: evidence, never a bare score.
 *
 * A conversion counts with at least 20 entries, a matured rate, and its last three settled months
 * within 20 % of the plan's rate. Gates: LTV:CAC at least 3 (met where nobody churns), CAC payback
 * at most 18 months. Source: definitions, section 10.
 * @example
 * const one = { conversion: 'sal>won', base: 40, matured: true, plan: 0.25 };
 * const good = { ...one, recent: { base: 20, advanced: 5 } };
 * const bad = { ...one, base: 9, recent: { base: 20, advanced: 2 } };
 * const gates = { ltv_to_cac: { value: 4, reason: null }, payback_months: { value: 20, reason: null } };
 * const told = scaleReadiness([good, bad], { ...gates, at_loss: false });
 * [told.share, told.conversions[1]?.gaps] // => [0.5, ['too_few', 'off_plan']]
 * told.gates.map(({ met }) => met) // => [true, false]
 */
export function scaleReadiness(
  evidence: readonly ConversionEvidence[],
  economics: { ltv_to_cac: Figure; payback_months: Figure; at_loss: boolean },
): Readiness {
  const conversions = evidence.map((one) => {
    const rate = one.recent === null ? null : ratio(one.recent.advanced, one.recent.base);
    return { ...one, rate, gaps: gapsOf(one, rate) };
  });
  const { ltv_to_cac, payback_months, at_loss } = economics;
  const endless = ltv_to_cac.reason === 'no_churn';
  const value = ltv_to_cac.value;
  const payback = payback_months.value;
  return {
    share: ratio(conversions.filter(({ gaps }) => gaps.length === 0).length, conversions.length),
    conversions,
    gates: [
      {
        gate: 'ltv_to_cac',
        value,
        wanted: WANTED_LTV_TO_CAC,
        met: endless || (value !== null && value >= WANTED_LTV_TO_CAC),
      },
      {
        gate: 'payback_months',
        value: payback,
        wanted: WANTED_PAYBACK,
        met: payback !== null && payback <= WANTED_PAYBACK,
      },
    ],
    at_loss,
  };
}

function gapsOf({ base, matured, plan }: ConversionEvidence, rate: number | null): EvidenceGap[] {
  const gaps: EvidenceGap[] = [];
  if (base < ENOUGH) gaps.push('too_few');
  if (!matured) gaps.push('immature');
  if (rate === null) gaps.push('no_recent');
  if (plan === null) gaps.push('no_plan');
  if (rate !== null && plan !== null && Math.abs(rate - plan) > NEAR * plan + 1e-12) {
    gaps.push('off_plan');
  }
  return gaps;
}
