/** Seeded draws: the same seed gives the same sample on every machine. */
export type Random = {
  next: () => number;
  chance: (probability: number) => boolean;
  between: (low: number, high: number) => number;
  whole: (low: number, high: number) => number;
  pick: <T>(items: readonly T[]) => T;
  weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  lognormal: (median: number, sigma: number) => number;
  poisson: (mean: number) => number;
  /** An independent stream: changing one story leaves the draws of the others alone. */
  fork: (label: string) => Random;
};

function hash(text: string, seed: number): number {
  let state = seed ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  return state >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function weighted<T>(next: () => number, items: readonly (readonly [T, number])[]): T {
  let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (!last) throw new Error('weighted requires at least one item');
  return last[0];
}

function poisson(next: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(hash('sample', seed));
  const between = (low: number, high: number) => low + (high - low) * next();
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (probability) => next() < probability,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    pick: (items) =>
      weighted(
        next,
        items.map((item) => [item, 1] as const),
      ),
    weighted: (items) => weighted(next, items),
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => poisson(next, mean),
    fork: (label) => createRandom(hash(label, seed)),
  };
}
