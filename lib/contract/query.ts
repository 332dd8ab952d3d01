import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { splitValues } from './valueList.ts';
import { CLOCKS, type Clock, COMPARES, type Compare, RULES } from './vocabulary.ts';

export {
  CLOCKS,
  type Clock,
  COMPARES,
  type Compare,
  GRAINS,
  type Grain,
  RULES,
} from './vocabulary.ts';

/** A question about the bowtie as one canonical value: URL, cache key and SQL filter. */
export type BowtieQuery = {
  from: string;
  to: string;
  clock: Clock;
  rule: (typeof RULES)[number];
  windowDays: number | null;
  horizonDays: number | null;
  /** As asked (instant or date), resolved by the report; null: now. */
  asOf: string | null;
  by: Dimension | null;
  compare: Compare;
  where: Partial<Record<Dimension, string[]>>;
};

const positiveInteger = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'must be a positive whole number')
  .transform(Number);

const positiveNumber = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,9})?$/, 'must be a number of days')
  .transform(Number)
  .refine((days) => days > 0, 'must be above 0');

const day = z.iso.date({ error: 'must be a date as YYYY-MM-DD' });
const moment = z.union([day, z.iso.datetime({ offset: true })], {
  error: 'must be a date or an instant with zone',
});
const values = z.union([z.string(), z.array(z.string())]).transform(splitValues);

const dimensionShape = Object.fromEntries(
  DIMENSIONS.map((dimension) => [dimension, values.optional()]),
) as Record<Dimension, z.ZodOptional<typeof values>>;

/** The query parameters that every report shares. */
export const scopeShape = {
  from: day,
  to: day,
  clock: z.enum(CLOCKS).default('cohort'),
  rule: z.enum(RULES).default('implied'),
  window_days: positiveInteger.optional(),
  horizon_days: positiveNumber.optional(),
  as_of: moment.optional(),
  by: z.enum(DIMENSIONS).optional(),
  ...dimensionShape,
};

export const bowtieParams = z.strictObject({
  ...scopeShape,
  compare: z.enum(COMPARES).default('none'),
});

type ScopeParams = z.output<z.ZodObject<typeof scopeShape>>;

/** Parsed parameters to the canonical query. */
export function toBowtieQuery(params: ScopeParams & { compare?: Compare }): BowtieQuery {
  const where: BowtieQuery['where'] = {};
  for (const dimension of DIMENSIONS) {
    const wanted = params[dimension];
    if (wanted && wanted.length > 0) where[dimension] = [...wanted].sort();
  }
  return {
    from: params.from,
    to: params.to,
    clock: params.clock,
    rule: params.rule,
    windowDays: params.window_days ?? null,
    horizonDays: params.horizon_days ?? null,
    asOf: params.as_of ?? null,
    by: params.by ?? null,
    compare: params.compare ?? 'none',
    where,
  };
}
