/** The entries of one period, and how many of them advanced. */
export type RatePoint = { base: number; advanced: number };

export type BreakPoint = {
  /** The first point after the break. */
  index: number;
  before: RatePoint;
  after: RatePoint;
  /** How much better two rates explain the points than one: a likelihood ratio, 2 ln. */
  strength: number;
};

/** Fewer on one side are directional only. */
const ENOUGH = 20;
/** The best of about a hundred places is above this by chance in less than one series of 100. */
const STRONG = 15;

/**
 * The place where a rate changed once, if it did: the split into two periods that explains the
 * points best. Null without a split that chance would seldom bring.
 *
 * strength = 2 (ln L(two rates) - ln L(one rate)) of the binomial counts; both sides need at least
 * 20 base entries. Open entries are left out: give it those that have base.
 * Source: maximum likelihood of one change in a Bernoulli series (Hinkley and Hinkley, 1970).
 * @example
 * const good = Array.from({ length: 8 }, () => ({ base: 20, advanced: 17 }));
 * const bad = Array.from({ length: 4 }, () => ({ base: 20, advanced: 10 }));
 * breakPoint([...good, ...bad])?.index // => 8
 * breakPoint(good) // => null
 */
export function breakPoint(points: readonly RatePoint[]): BreakPoint | null {
  const all = points.reduce(add, NONE);
  let best: BreakPoint | null = null;
  let before = NONE;
  for (let index = 1; index < points.length; index += 1) {
    before = add(before, points[index - 1] ?? NONE);
    const after = { base: all.base - before.base, advanced: all.advanced - before.advanced };
    if (before.base < ENOUGH || after.base < ENOUGH) continue;
    const strength = 2 * (likelihood(before) + likelihood(after) - likelihood(all));
    if (strength > (best?.strength ?? STRONG)) best = { index, before, after, strength };
  }
  return best;
}

const NONE: RatePoint = { base: 0, advanced: 0 };

function add(a: RatePoint, b: RatePoint): RatePoint {
  return { base: a.base + b.base, advanced: a.advanced + b.advanced };
}

/** ln of the likelihood of a count at its own rate. */
function likelihood({ base, advanced }: RatePoint): number {
  const of = (part: number) => (part === 0 ? 0 : part * Math.log(part / base));
  return of(advanced) + of(base - advanced);
}
