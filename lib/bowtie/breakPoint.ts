/** The entries of one period that have ended, and how many of them advanced. */
export type EndedPoint = { ended: number; advanced: number };

export type BreakPoint = {
  /** The first point after the break. */
  index: number;
  before: EndedPoint;
  after: EndedPoint;
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
 * 20 ended entries. Open entries are left out: give it those that have ended.
 * Source: maximum likelihood of one change in a Bernoulli series (Hinkley and Hinkley, 1970).
 * @example
 * const good = Array.from({ length: 8 }, () => ({ ended: 20, advanced: 17 }));
 * const bad = Array.from({ length: 4 }, () => ({ ended: 20, advanced: 10 }));
 * breakPoint([...good, ...bad])?.index // => 8
 * breakPoint(good) // => null
 */
export function breakPoint(points: readonly EndedPoint[]): BreakPoint | null {
  const all = points.reduce(add, NONE);
  let best: BreakPoint | null = null;
  let before = NONE;
  for (let index = 1; index < points.length; index += 1) {
    before = add(before, points[index - 1] ?? NONE);
    const after = { ended: all.ended - before.ended, advanced: all.advanced - before.advanced };
    if (before.ended < ENOUGH || after.ended < ENOUGH) continue;
    const strength = 2 * (likelihood(before) + likelihood(after) - likelihood(all));
    if (strength > (best?.strength ?? STRONG)) best = { index, before, after, strength };
  }
  return best;
}

const NONE: EndedPoint = { ended: 0, advanced: 0 };

function add(a: EndedPoint, b: EndedPoint): EndedPoint {
  return { ended: a.ended + b.ended, advanced: a.advanced + b.advanced };
}

/** ln of the likelihood of a count at its own rate. */
function likelihood({ ended, advanced }: EndedPoint): number {
  const of = (part: number) => (part === 0 ? 0 : part * Math.log(part / ended));
  return of(advanced) + of(ended - advanced);
}
