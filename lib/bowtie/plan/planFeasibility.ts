import type { ConversionKey, PlanInput, SegmentPlan } from './planTypes.ts';

/** The best that a segment has done: months by stage, quarters by conversion. */
export type OwnBest = {
  /** Entries of the best whole month, by stage; `won` are wins. */
  months: Readonly<Record<string, { best: number; month: string }>>;
  /** The best complete quarter, by conversion. */
  rates: Readonly<Record<ConversionKey, { best: number; base: number; from: string; to: string }>>;
};

/** An assumption of a plan that the organization has never reached. */
export type FeasibilityFlag = {
  segment: string;
  kind: 'volume' | 'rate';
  /** A stage, or a conversion. */
  what: string;
  planned: number;
  best: number;
  /** When that was: a month, or a quarter `from/to`. */
  when: string;
  /** How many times the best. */
  times: number;
};

/**
 * The assumptions of a plan beyond the organization's own history: months that ask for more entries
 * than the best month ever, and conversions above the best quarter. The largest stretch first; of a
 * stage its busiest month. Without a best there is nothing to compare. Source: definitions, section
 * 8; "feasibility flags that name the assumption".
 * @example
 * const month = { month: '2027-01', wins: 2, entries: { sal: 40 } };
 * const one = { key: 'all', months: [month] };
 * const best = { months: { sal: { best: 20, month: '2026-03' } }, rates: {} };
 * const [flag] = planFeasibility({ segments: [] }, [one], { all: best });
 * [flag?.what, flag?.planned, flag?.times] // => ['sal', 40, 2]
 */
export function planFeasibility(
  plan: Pick<PlanInput, 'segments'>,
  segments: readonly Pick<SegmentPlan, 'key' | 'months'>[],
  history: Readonly<Record<string, OwnBest | undefined>>,
): FeasibilityFlag[] {
  const volumes = segments.flatMap(({ key, months }) =>
    Object.entries(history[key]?.months ?? {}).flatMap(([what, own]) => {
      const each = months.map((one) => (what === 'won' ? one.wins : (one.entries[what] ?? 0)));
      const planned = Math.max(0, ...each);
      if (own.best <= 0 || planned <= own.best) return [];
      const times = planned / own.best;
      const kind = 'volume' as const;
      return [{ segment: key, kind, what, planned, best: own.best, when: own.month, times }];
    }),
  );
  const rates = plan.segments.flatMap(({ key, conversions }) =>
    Object.entries(conversions).flatMap(([what, planned]) => {
      const own = history[key]?.rates[what];
      if (own === undefined || own.best <= 0 || planned <= own.best) return [];
      const when = `${own.from}/${own.to}`;
      const times = planned / own.best;
      const kind = 'rate' as const;
      return [{ segment: key, kind, what, planned, best: own.best, when, times }];
    }),
  );
  return [...volumes, ...rates].sort((a, b) => b.times - a.times);
}
