import { gapWorth } from '#lib/bowtie/plan/gapWorth.ts';
import { valuePerWin } from '#lib/bowtie/plan/newArr.ts';
import { type ChainStep, planChain } from '#lib/bowtie/plan/planChain.ts';
import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanDefaults } from './planState.ts';

export const AGAINST = ['best', 'benchmark'] as const;
export type Against = (typeof AGAINST)[number];

/** A way to more ARR: a conversion brought to what it could be, or more prospects. */
export type LeverRow = {
  segment: string;
  kind: 'gap' | 'campaign';
  /** The conversion, or the stage that gets more. */
  what: string;
  rate: number | null;
  target: number | null;
  /** The quarter of the target, `from/to`; null for a benchmark. */
  when: string | null;
  base: number;
  inYear: number;
  threeYears: number;
};

/** So many more prospects is what a good campaign brings. */
const CAMPAIGN = 0.1;

/** Every lever at actual volumes, the one that brings most within the plan first. */
export function rankLevers(input: PlanInput, known: PlanDefaults, against: Against): LeverRow[] {
  const rows = input.segments.flatMap((segment) => [
    ...gapsOf(segment, { input, known, against }),
    ...campaignOf(segment, { input, known }),
  ]);
  return rows.filter(({ inYear }) => inYear > 0).sort((a, b) => b.inYear - a.inYear);
}

type Asked = { input: PlanInput; known: PlanDefaults };

function gapsOf(segment: PlanSegment, asked: Asked & { against: Against }): LeverRow[] {
  const chain = planChain(segment.conversions);
  return chain.flatMap(({ stage, key, rate }, i) => {
    const found = targetOf(segment, key, asked);
    const base = asked.known.actual[segment.key]?.entries[stage] ?? 0;
    if (found === null || found.target <= rate) return [];
    const worth = gapWorth({
      ...common(segment, asked.input, chain.slice(0, i)),
      ...{ entries: base, rate, target: found.target, lags: segment.lags[key] },
    });
    return [
      {
        ...{ segment: segment.key, kind: 'gap', what: key, rate, base, ...found },
        ...{ inYear: worth.in_year, threeYears: worth.three_years },
      },
    ];
  });
}

function campaignOf(segment: PlanSegment, { input, known }: Asked): LeverRow[] {
  const chain = planChain(segment.conversions);
  const first = chain.at(-1);
  if (first === undefined) return [];
  const base = known.actual[segment.key]?.entries[first.stage] ?? 0;
  const worth = gapWorth({
    ...common(segment, input, chain.slice(0, -1)),
    ...{ entries: base * CAMPAIGN, rate: 0, target: first.rate, lags: segment.lags[first.key] },
  });
  const row = { segment: segment.key, kind: 'campaign', what: first.stage, base } as const;
  const none = { rate: null, target: null, when: null };
  return [{ ...row, ...none, inYear: worth.in_year, threeYears: worth.three_years }];
}

function common(segment: PlanSegment, { months }: PlanInput, later: readonly ChainStep[]) {
  return {
    downstream: later.toReversed().map(({ key, rate }) => ({ rate, lags: segment.lags[key] })),
    value_per_win: valuePerWin(segment),
    nrr: segment.nrr,
    months,
  };
}

function targetOf(
  segment: PlanSegment,
  key: string,
  { known, against }: { known: PlanDefaults; against: Against },
): { target: number; when: string | null } | null {
  if (against === 'best') {
    const own = known.history[segment.key]?.rates[key];
    return own === undefined ? null : { target: own.best, when: `${own.from}/${own.to}` };
  }
  const price = Number(segment.acv);
  const distance = (acv: string) => Math.abs(Math.log(Number(acv) / price));
  const [band] = known.benchmarks.toSorted((a, b) => distance(a.acv) - distance(b.acv));
  const target = band?.conversions[key];
  return target === undefined ? null : { target, when: null };
}
