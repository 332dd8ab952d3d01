import { z } from 'zod';
import { arrTotal } from './arr.ts';
import { answerMeta, groupKey, money } from './bowtie.ts';
import { scopeShape } from './query.ts';

const { clock: _c, rule: _r, window_days: _w, horizon_days: _h, ...shape } = scopeShape;

export const LOOP_GRAINS = ['month', 'quarter'] as const;
export const loopParams = z.strictObject({
  ...shape,
  grain: z.enum(LOOP_GRAINS).default('month'),
});

const day = z.iso.date();
const count = z.int().nonnegative();
const rate = z.number().nullable();

const trailing = z.strictObject({
  at: day.describe('The balance at this date is compared with the one twelve months before'),
  from: day,
  nrr: rate,
  grr: rate,
  logo_retention: rate,
  base_arr: money.describe('ARR at `from`'),
  base_customers: count,
  end_arr: money.describe('ARR at `at` of the customers of the base: NRR is its share'),
  kept_arr: money.describe('Of each the smaller of both: GRR is its share'),
  kept_customers: count,
});

const renewalTotals = z.strictObject({
  from: day,
  to: day,
  due: count,
  renewed: count,
  churned: count,
  open: count,
  due_arr: money,
  renewed_arr: money.describe('Due ARR of the renewed ones'),
  open_arr: money,
  churned_arr: money,
  retained_arr: money,
  uplift_arr: money,
  at_risk: count,
  at_risk_arr: money,
});

export const RENEWAL_RISKS = ['past_due', 'cancelled', 'shrank'] as const;

const renewalRow = z.strictObject({
  contract_id: z.string(),
  account_id: z.string(),
  account_name: z.string().nullable(),
  ends_on: day,
  arr: money.nullable().describe('null: no exchange rate'),
  segment: z.string(),
  product: z.string(),
  outcome: z.enum(['renewed', 'churned', 'open']),
  successor_arr: money.nullable(),
  risks: z.array(z.enum(RENEWAL_RISKS)),
});

const sharePeriod = z.strictObject({
  from: day,
  to: day,
  recurring: money.describe('What the ARR of its days brings: a twelfth a month'),
  one_off: money,
  share: rate.describe('Recurring / total; null over nothing'),
});
const recurringShare = z.strictObject({
  periods: z.array(sharePeriod),
  whole: sharePeriod,
  unconverted: count.describe('One-off rows without an exchange rate: left out'),
});

const cohort = z.strictObject({
  from: day,
  to: day,
  customers: count,
  start_arr: money,
  cells: z.array(z.strictObject({ arr: money, kept: money, customers: count })),
});

const loopPart = arrTotal.extend({
  whole: arrTotal.shape.periods.element.nullable().describe('All periods as one; null over none'),
  trailing: z.array(trailing),
});

export const loopAnswer = z.strictObject({
  data: z.strictObject({
    source: z.enum(['contracts', 'events', 'none']),
    groups: z.array(loopPart.extend({ key: groupKey })),
    total: loopPart,
    cohorts: z.array(cohort),
    recurring_share: recurringShare
      .nullable()
      .describe('Of the total, up to the day of `as_of`; null: no one-off revenue is loaded'),
    renewals: z.strictObject({
      day: day.describe('The local day of `as_of`: horizons begin here'),
      coming: z.array(renewalTotals.extend({ days: count })),
      overdue: renewalTotals.describe('Ended in the last 30 days: they may still be renewed'),
      past: renewalTotals.describe('Due in the asked period, up to `as_of`'),
      rows: z.array(renewalRow).describe('Overdue and coming ones by end, at most 500'),
    }),
  }),
  meta: answerMeta
    .omit({ clock: true, rule: true, window_days: true, horizon_days: true })
    .extend({ grain: z.enum(LOOP_GRAINS) }),
});

export type LoopPartAnswer = z.infer<typeof loopPart>;
export type LoopTrailing = z.infer<typeof trailing>;
export type RecurringShare = z.infer<typeof recurringShare>;
export type LoopCohort = z.infer<typeof cohort>;
export type RenewalTotalsAnswer = z.infer<typeof renewalTotals>;
export type RenewalRowAnswer = z.infer<typeof renewalRow>;
export type LoopPageAnswer = z.infer<typeof loopAnswer>;
