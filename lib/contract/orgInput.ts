import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { isCurrency } from './currency.ts';
import { RESERVED_SLUGS, SLUG, WEEK_DAYS } from './orgWords.ts';
import { segmentRule } from './segmentRule.ts';
import { isTimeZone } from './timeZone.ts';

const slug = z
  .string()
  .regex(SLUG, 'must be 1 to 63 of a-z, 0-9 and "-", neither beginning nor ending with "-"')
  .refine((value) => !RESERVED_SLUGS.has(value), 'is reserved for an address of the product');

const timeZone = z
  .string()
  .refine(isTimeZone, 'must be an IANA time zone, for example "Asia/Shanghai" or "UTC"');

const currency = z
  .string()
  .refine(isCurrency, 'must be an ISO 4217 currency in capitals, for example "USD"');

const stages = z
  .array(z.enum(LADDER, { error: `must be among ${LADDER.join(', ')}` }))
  .min(1, 'must name at least one ladder stage')
  .refine((list) => new Set(list).size === list.length, 'must name each stage once')
  .transform((list) => LADDER.filter((stage) => list.includes(stage)));

const dimensionValues = z
  .array(z.string().min(1).max(500))
  .refine((list) => new Set(list).size === list.length, 'must name each value once');

/** What a person can set about an organization; answers of the API carry the same names. */
export const orgSettings = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  time_zone: timeZone,
  currency,
  week_start: z.enum(WEEK_DAYS),
  fiscal_start_month: z.int().min(1).max(12),
  stages,
  renewal_grace_days: z.int().min(0).max(366),
  order: z.partialRecord(z.enum(DIMENSIONS), dimensionValues),
  segment_rule: segmentRule,
});

/** A new organization: what is not said gets the default of `docs/api.md`. */
export const orgInput = orgSettings.extend({
  slug,
  week_start: orgSettings.shape.week_start.default('mon'),
  fiscal_start_month: orgSettings.shape.fiscal_start_month.default(1),
  stages: stages.default([...LADDER]),
  renewal_grace_days: orgSettings.shape.renewal_grace_days.default(0),
  order: orgSettings.shape.order.default({}),
  segment_rule: segmentRule.default({ names: {}, bands: [] }),
});
export const orgChanges = orgSettings.partial();

export type OrgInput = z.input<typeof orgInput>;
export type OrgChanges = z.input<typeof orgChanges>;
