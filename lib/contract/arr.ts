import { z } from 'zod';
import { answerMeta, groupKey, money } from './bowtie.ts';
import { GRAINS, scopeShape } from './query.ts';

const { clock: _c, rule: _r, window_days: _w, horizon_days: _h, ...shape } = scopeShape;

export const arrParams = z.strictObject({ ...shape, grain: z.enum(GRAINS) });

const count = z.int().nonnegative();
const rate = z.number().nullable();

const period = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  start: money,
  new: money,
  reactivation: money,
  expansion: money,
  contraction: money,
  churn: money,
  end: money,
  customers_start: count,
  customers_end: count,
  final: z.boolean().describe('false while days of the period are after as_of'),
});

export const arrTotal = z.strictObject({
  periods: z.array(period),
  nrr: rate,
  grr: rate,
  logo_retention: rate,
  unconverted: count,
});

export const arrAnswer = z.strictObject({
  data: z.strictObject({
    groups: z.array(arrTotal.extend({ key: groupKey })),
    total: arrTotal,
  }),
  meta: answerMeta
    .omit({ clock: true, rule: true, window_days: true, horizon_days: true })
    .extend({ grain: z.enum(GRAINS) }),
});

export type ArrTotal = z.infer<typeof arrTotal>;
export type ArrAnswer = z.infer<typeof arrAnswer>;
