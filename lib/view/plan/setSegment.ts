import { impliedNrr } from '#lib/bowtie/churnFigures.ts';
import { sharesOf } from '#lib/bowtie/plan/flow.ts';
import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import { expansionOf, grrOf } from './retention.ts';
import { seasonOfYear } from './season.ts';

type Setting = { field: string; value: number | readonly number[] };

const LAG = 'lag.';
const FIELDS = ['opening_arr', 'nrr', 'grr', 'expansion', 'share', 'acv', 'discount', 'season'];
/** What a field can be at most, as the API has it. */
const MOST: Readonly<Record<string, number>> = { grr: 1, share: 1, discount: 0.999, nrr: 10 };

export function isSegmentField(field: string): boolean {
  return field.includes('>') || FIELDS.includes(field);
}

/** A tier with one input set by hand. */
export function setSegment(segment: PlanSegment, { field, value }: Setting, plan: PlanInput) {
  if (typeof value !== 'number') return setWeights(segment, field, value, plan);
  return setNumber(segment, field, Math.min(value, MOST[field] ?? Number.POSITIVE_INFINITY));
}

function setWeights(
  segment: PlanSegment,
  field: string,
  weights: readonly number[],
  { start, months }: PlanInput,
): PlanSegment {
  if (field === 'season') {
    return { ...segment, seasonality: seasonOfYear(weights, start, months) };
  }
  if (!field.startsWith(LAG)) return segment;
  return { ...segment, lags: { ...segment.lags, [field.slice(LAG.length)]: sharesOf(weights) } };
}

function setNumber(segment: PlanSegment, field: string, value: number): PlanSegment {
  const grr = grrOf(segment);
  switch (field) {
    case 'opening_arr':
    case 'acv':
      return { ...segment, [field]: value.toFixed(2) };
    case 'nrr':
      return { ...segment, nrr: value, grr: Math.min(grr, value) };
    case 'grr':
      return { ...segment, grr: value, nrr: impliedNrr(value, expansionOf(segment)) };
    case 'expansion':
      return { ...segment, grr, nrr: impliedNrr(grr, value) };
    case 'share':
    case 'discount':
      return { ...segment, [field]: value };
    default: {
      const conversions = { ...segment.conversions, [field]: Math.min(1, value) };
      return { ...segment, conversions };
    }
  }
}
