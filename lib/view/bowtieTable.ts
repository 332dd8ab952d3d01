import type { BowtieView } from './prepareBowtie.ts';
import type { Cell } from './toCsv.ts';

/** The columns of the exported figure: words of the wire, so that files read alike everywhere. */
const COLUMNS = [
  'part',
  'from',
  'to',
  'count',
  'implied',
  'amount',
  'unconverted',
  'advanced',
  'lost',
  'no_decision',
  'expired',
  'open',
  'rate',
  'interval_low',
  'interval_high',
  'matured_rate',
  'matured_horizon_days',
  'days_p25',
  'days_p50',
  'days_p75',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/** One row per stage, conversion and movement, unrounded. */
export function bowtieTable(view: BowtieView): Cell[][] {
  const rows: Row[] = [
    ...view.stages.map((stage) => ({
      part: 'stage',
      from: stage.stage,
      count: stage.entries,
      implied: stage.implied,
      amount: stage.amount,
      unconverted: stage.unconverted,
    })),
    ...view.handOffs.map((each) => ({
      part: 'conversion',
      from: each.from,
      to: each.to,
      count: each.base,
      advanced: each.advanced,
      lost: each.lost,
      no_decision: each.no_decision,
      expired: each.expired,
      open: each.open,
      rate: each.rate,
      interval_low: each.interval?.[0] ?? null,
      interval_high: each.interval?.[1] ?? null,
      matured_rate: each.matured?.rate ?? null,
      matured_horizon_days: each.matured?.horizon_days ?? null,
      days_p25: each.days?.p25 ?? null,
      days_p50: each.days?.p50 ?? null,
      days_p75: each.days?.p75 ?? null,
    })),
    ...view.movements.map(({ movement, count, amount = null }) => ({
      ...{ part: 'movement', from: movement, count, amount },
    })),
  ];
  return [[...COLUMNS], ...rows.map((row: Row) => COLUMNS.map((name) => row[name] ?? null))];
}
