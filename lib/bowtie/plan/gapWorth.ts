import { advancesAfter, type Flow, flowSum } from './flow.ts';

/** A conversion at its actual volume, held against a rate that it could have. */
export type GapAsked = {
  /** Entries into its first stage in a year, at actual volumes. */
  entries: number;
  rate: number;
  target: number;
  /** The conversions from its second stage to the win, the nearest to it first. */
  downstream: readonly { rate: number; lags?: readonly number[] | undefined }[];
  lags?: readonly number[] | undefined;
  value_per_win: number;
  nrr: number;
  /** Months of the plan in which the better rate holds. */
  months: number;
  /** How many more a year its second stage and each later one can handle; absent: any number. */
  headroom?: readonly number[] | undefined;
};

/** ARR gained at the end of the plan and at the end of the third year; wins gained in a year. */
export type GapWorth = {
  wins_a_year: number;
  in_year: number;
  three_years: number;
  /** Share of the gain that the heads of the later stages can handle. */
  within: number;
};

/**
 * What closing the gap of a conversion is worth: in the year and over three, at actual volumes and
 * within capacity.
 *
 * wins a year = entries x (target - rate) x downstream, held back to what the later stages can
 * handle. In the year counts only what is won before the plan ends, by the lags; three years is the
 * ARR at the end of the third: each year's gain, kept at NRR since. 0 where the target is reached.
 * Source: definitions, section 8 (8).
 * @example
 * const gap = { entries: 120, rate: 0.5, target: 0.6, downstream: [{ rate: 0.5 }], months: 12 };
 * gapWorth({ ...gap, value_per_win: 10, nrr: 1 }).in_year.toFixed(2) // => '60.00'
 * gapWorth({ ...gap, value_per_win: 10, nrr: 1 }).three_years.toFixed(2) // => '180.00'
 * gapWorth({ ...gap, value_per_win: 10, nrr: 1, headroom: [6] }).in_year.toFixed(2) // => '30.00'
 * gapWorth({ ...gap, target: 0.4, value_per_win: 10, nrr: 1 }).in_year // => 0
 */
export function gapWorth(gap: GapAsked): GapWorth {
  const more = gap.entries * Math.max(0, gap.target - gap.rate);
  let [flow, within] = [more, 1];
  gap.downstream.forEach(({ rate }, i) => {
    if (flow > 0) within = Math.min(within, (gap.headroom?.[i] ?? Infinity) / flow);
    flow *= rate;
  });
  const last = gap.headroom?.[gap.downstream.length] ?? Infinity;
  if (flow > 0) within = Math.min(within, last / flow);
  const share = Math.max(0, Math.min(1, within));
  const wins = flow * share;
  const year = wins * gap.value_per_win;
  const steps = [{ lags: gap.lags }, ...gap.downstream];
  const in_year = year * landedShare(steps, gap.months);
  const three_years = in_year * gap.nrr ** 2 + year * gap.nrr + year;
  return { wins_a_year: wins, in_year, three_years, within: share };
}

/**
 * The wins of evenly spread entries that land within the plan, in years of wins: of a plan of 12
 * months the share of the entries whose win comes before it ends.
 * @example
 * landedShare([{ lags: [0, 1] }], 12).toFixed(4) // => '0.9167'
 * landedShare([], 12) // => 1
 * landedShare([], 6) // => 0.5
 */
export function landedShare(
  steps: readonly { lags?: readonly number[] | undefined }[],
  months: number,
): number {
  if (steps.every(({ lags }) => lags === undefined)) return months / 12;
  const flow = steps.reduce<Flow>((one, { lags }) => advancesAfter(one, 1, lags), {
    early: 0,
    values: new Array<number>(months).fill(1 / 12),
  });
  return flowSum(flow, 0, months);
}

/**
 * What keeping more of the customers is worth: of the opening ARR in the year, and over three years
 * also of what is won in them. ARR at the end; rates a year; 0 where the target is reached.
 * Source: definitions, section 8 (8).
 * @example
 * retentionWorth({ opening: 100, nrr: 0.9, target: 1, new_a_year: 0 }).in_year.toFixed(2)
 * // => '10.00'
 * retentionWorth({ opening: 100, nrr: 0.5, target: 1, new_a_year: 8 }).three_years // => 97.5
 */
export function retentionWorth(asked: {
  opening: number;
  nrr: number;
  target: number;
  new_a_year: number;
}): { in_year: number; three_years: number } {
  const { opening, nrr, new_a_year } = asked;
  const target = Math.max(nrr, asked.target);
  const after = (rate: number) => opening * rate ** 3 + new_a_year * (rate ** 2 + rate + 1);
  return { in_year: opening * (target - nrr), three_years: after(target) - after(nrr) };
}
