import { type GapWorth, gapWorth } from '#lib/bowtie/plan/gapWorth.ts';
import { valuePerWin } from '#lib/bowtie/plan/newArr.ts';
import { type ChainStep, planChain } from '#lib/bowtie/plan/planChain.ts';
import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { Bottleneck } from '#lib/contract/stages.ts';
import { headroom } from './headroom.ts';
import type { Against, Rank } from './leverWords.ts';
import type { PlanDefaults } from './planState.ts';

/** A way to more ARR: a conversion brought to what it could be, or more prospects. */
export type LeverRow = {
  segment: string;
  kind: 'gap' | 'campaign';
  /** The conversion, or the stage that gets more. */
  what: string;
  rate: number | null;
  target: number | null;
  /** The quarter of the target, `from/to`, or the pod that has it; null for a benchmark. */
  when: string | null;
  base: number;
  inYear: number;
  threeYears: number;
  /** Share of the gain that the people of the later stages can take. */
  within: number;
  /** What it is reckoned from: how many come through later, wins a year within, ARR of each. */
  later: number;
  winsAYear: number;
  perWin: number;
};

/** What is known of the past, and of the conversions of each tier by pod. */
export type LeverKnown = Pick<PlanDefaults, 'actual' | 'history' | 'benchmarks'> & {
  pods: readonly Pick<Bottleneck, 'key' | 'from' | 'to' | 'targets'>[];
};

/** So many more prospects is what a good campaign brings. */
const CAMPAIGN = 0.1;

/** Every lever at actual volumes, what brings most first: within the plan, or in three years. */
export function rankLevers(
  input: PlanInput,
  known: LeverKnown,
  against: Against,
  rank: Rank = 'year',
): LeverRow[] {
  const rows = input.segments.flatMap((segment) => [
    ...gapsOf(segment, { input, known, against }),
    ...campaignOf(segment, { input, known }),
  ]);
  const gain = ({ inYear, threeYears }: LeverRow) => (rank === 'year' ? inYear : threeYears);
  // What nobody there could take says so, at the end: it is no reason not to know of it.
  const matters = (row: LeverRow) => gain(row) > 0 || row.within < 1;
  return rows.filter(matters).sort((a, b) => gain(b) - gain(a));
}

type Asked = { input: PlanInput; known: LeverKnown };

function gapsOf(segment: PlanSegment, asked: Asked & { against: Against }): LeverRow[] {
  const chain = planChain(segment.conversions);
  return chain.flatMap(({ stage, key, rate }, i) => {
    const found = targetOf(segment, key, asked);
    const base = asked.known.actual[segment.key]?.entries[stage] ?? 0;
    if (found === null || found.target <= rate) return [];
    const worth = gapWorth({
      ...common(segment, asked, chain.slice(0, i)),
      ...{ entries: base, rate, target: found.target, lags: segment.lags[key] },
    });
    return [
      {
        ...{ segment: segment.key, kind: 'gap', what: key, rate, base, ...found },
        ...gainOf(worth, segment, chain.slice(0, i)),
      },
    ];
  });
}

function campaignOf(segment: PlanSegment, asked: Asked): LeverRow[] {
  const chain = planChain(segment.conversions);
  const first = chain.at(-1);
  if (first === undefined) return [];
  const base = asked.known.actual[segment.key]?.entries[first.stage] ?? 0;
  const worth = gapWorth({
    ...common(segment, asked, chain.slice(0, -1)),
    ...{ entries: base * CAMPAIGN, rate: 0, target: first.rate, lags: segment.lags[first.key] },
  });
  const row = { segment: segment.key, kind: 'campaign', what: first.stage, base } as const;
  const none = { rate: null, target: null, when: null };
  return [{ ...row, ...none, ...gainOf(worth, segment, chain.slice(0, -1)) }];
}

function gainOf(worth: GapWorth, segment: PlanSegment, later: readonly ChainStep[]) {
  return {
    inYear: worth.in_year,
    threeYears: worth.three_years,
    within: worth.within,
    later: later.reduce((product, { rate }) => product * rate, 1),
    winsAYear: worth.wins_a_year,
    perWin: valuePerWin(segment),
  };
}

function common(segment: PlanSegment, { input, known }: Asked, later: readonly ChainStep[]) {
  const steps = later.toReversed();
  const stages = [...steps.map(({ stage }) => stage), 'won' as const];
  return {
    downstream: steps.map(({ key, rate }) => ({ rate, lags: segment.lags[key] })),
    headroom: stages.map((stage) => headroom(input, known, { tier: segment.key, stage })),
    value_per_win: valuePerWin(segment),
    nrr: segment.nrr,
    months: input.months,
  };
}

function targetOf(
  segment: PlanSegment,
  key: string,
  { known, against }: { known: LeverKnown; against: Against },
): { target: number; when: string | null } | null {
  if (against === 'best') {
    const own = known.history[segment.key]?.rates[key];
    return own === undefined ? null : { target: own.best, when: `${own.from}/${own.to}` };
  }
  if (against === 'pod') {
    const mine = known.pods.find((one) => `${one.from}>${one.to}` === key && isOf(one, segment));
    const pod = mine?.targets.best_pod ?? null;
    return pod === null ? null : { target: pod.rate, when: pod.label };
  }
  const price = Number(segment.acv);
  const distance = (acv: string) => Math.abs(Math.log(Number(acv) / price));
  const [band] = known.benchmarks.toSorted((a, b) => distance(a.acv) - distance(b.acv));
  const target = band?.conversions[key];
  return target === undefined ? null : { target, when: null };
}

function isOf({ key }: Pick<Bottleneck, 'key'>, segment: PlanSegment): boolean {
  return key.segment === segment.key;
}
