import { ratio } from '#lib/bowtie/ratio.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { wilsonInterval } from '#lib/bowtie/wilsonInterval.ts';
import type { AnswerMeta, BowtieTotal, ConversionAnswer } from '#lib/contract/bowtie.ts';

type Counts = {
  base: number;
  advanced: number;
  open?: number;
  matured?: { rate: number; horizon: number };
  p75?: number;
};

/** A conversion with what the API would derive from its counts. */
export function conversion(from: LadderStage, to: LadderStage, counts: Counts): ConversionAnswer {
  const { base, advanced, open = 0, matured, p75 = 10 } = counts;
  return {
    from,
    to,
    base,
    advanced,
    lost: base - advanced - open,
    no_decision: 0,
    expired: 0,
    open,
    rate: ratio(advanced, base),
    interval: wilsonInterval(advanced, base),
    matured: matured
      ? {
          rate: matured.rate,
          interval: [matured.rate - 0.03, matured.rate + 0.03],
          horizon_days: matured.horizon,
          at_risk: 20,
        }
      : null,
    days: { n: advanced, p25: 2, p50: 5, p75, out_of_order: 0 },
    approximate: false,
  };
}

type Steps = Partial<Record<LadderStage, number>>;

/** A bowtie whose stages hold these counts; all entries of a stage advance or are lost. */
export function bowtie(
  entries: Steps,
  more: {
    amounts?: Steps;
    implied?: Steps;
    open?: number;
    renewed?: number;
    churned?: number;
  } = {},
): BowtieTotal {
  const stages = LADDER.filter((stage) => entries[stage] !== undefined);
  const first = entries[stages[0] ?? 'won'] ?? 0;
  const count = (stage: LadderStage | undefined) => (stage ? (entries[stage] ?? 0) : 0);
  return {
    stages: stages.map((stage) => ({
      stage,
      entries: count(stage),
      implied: more.implied?.[stage] ?? 0,
      amount: `${more.amounts?.[stage] ?? 0}.00`,
      unconverted: 0,
      from_first: {
        base: first,
        advanced: Math.min(first, count(stage)),
        rate: ratio(Math.min(first, count(stage)), first),
      },
    })),
    conversions: stages.slice(1).map((to, index) => {
      const from = stages[index] ?? to;
      return conversion(from, to, {
        base: count(from),
        advanced: Math.min(count(from), count(to)),
        open: Math.min(more.open ?? 0, Math.max(0, count(from) - count(to))),
      });
    }),
    movements: {
      renewed: more.renewed ?? 0,
      expanded: 0,
      contracted: 0,
      churned: more.churned ?? 0,
    },
    loop: null,
  };
}

export const meta: AnswerMeta = {
  org: 'acme',
  from: '2026-01-01',
  to: '2027-01-01',
  as_of: '2026-11-23T00:00:00Z',
  time_zone: 'UTC',
  currency: 'USD',
  clock: 'cohort',
  rule: 'implied',
  window_days: null,
  horizon_days: null,
  by: 'segment',
  filters: {},
  definitions_version: 1,
  data_through: '2026-11-22T00:00:00Z',
  warnings: [],
};
