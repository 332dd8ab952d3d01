/** What a group counts in one period. */
export type RateParts = { base: number; advanced: number };

export type GroupChange = { key: string; before: RateParts; after: RateParts };

/** The parts of one group in the change of the overall rate, in rate units (0.01 is one point). */
export type ChangePart = GroupChange & { mix: number; rate: number };

export type RateChange = {
  before: number;
  after: number;
  change: number;
  /** How much the change of the groups' weights explains. */
  mix: number;
  /** How much the change of the rates within the groups explains. */
  rate: number;
  parts: ChangePart[];
};

function shareOf(part: number, base: number): number {
  return base === 0 ? 0 : part / base;
}

/**
 * The change of an overall rate between two periods, split into mix and rate; null when either
 * period is empty.
 *
 * With weights w and rates r of each group, and R the mean of the two overall rates:
 * rate = (r1 - r0) (w0 + w1) / 2, mix = (w1 - w0) ((r0 + r1) / 2 - R). Weights sum to 1 in both
 * periods, so the parts of all groups sum to the change. A group that exists in one period only
 * has the same rate in the other: it is all mix. Units: rates in 0..1.
 * Source: definitions, section 9.
 * @example
 * const small = { key: 'small', before: { base: 50, advanced: 10 }, after: { base: 80, advanced: 16 } };
 * const key = { key: 'key', before: { base: 50, advanced: 30 }, after: { base: 20, advanced: 12 } };
 * const told = mixRate([small, key]);
 * told?.rate // => 0
 * Math.round((told?.mix ?? 0) * 1000) // => -120
 * mixRate([]) // => null
 */
export function mixRate(groups: readonly GroupChange[]): RateChange | null {
  const before = totalOf(groups, 'before');
  const after = totalOf(groups, 'after');
  if (before.base === 0 || after.base === 0) return null;
  const [rateBefore, rateAfter] = [before.advanced / before.base, after.advanced / after.base];
  const middle = (rateBefore + rateAfter) / 2;
  const parts = groups.map((group) => {
    const [w0, w1] = [group.before.base / before.base, group.after.base / after.base];
    const [r0, r1] = ratesOf(group);
    const mix = (w1 - w0) * ((r0 + r1) / 2 - middle);
    return { ...group, mix, rate: ((r1 - r0) * (w0 + w1)) / 2 };
  });
  const rate = parts.reduce((sum, part) => sum + part.rate, 0);
  const change = rateAfter - rateBefore;
  return { before: rateBefore, after: rateAfter, change, mix: change - rate, rate, parts };
}

function ratesOf({ before, after }: GroupChange): [number, number] {
  const [r0, r1] = [shareOf(before.advanced, before.base), shareOf(after.advanced, after.base)];
  return [before.base === 0 ? r1 : r0, after.base === 0 ? r0 : r1];
}

function totalOf(groups: readonly GroupChange[], period: 'before' | 'after'): RateParts {
  return groups.reduce(
    (sum, group) => ({
      base: sum.base + group[period].base,
      advanced: sum.advanced + group[period].advanced,
    }),
    { base: 0, advanced: 0 },
  );
}
