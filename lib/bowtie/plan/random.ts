/** A source of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/**
 * A small seeded generator (mulberry32): 32 bits of state, period 2^32, the same numbers in every
 * browser and server. For simulation, never for secrets.
 * @example
 * const random = createRandom(1);
 * const again = createRandom(1);
 * random() === again() // => true
 * createRandom(2)() < 1 // => true
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A standard normal number (Marsaglia's polar method).
 * @example
 * Number.isFinite(drawNormal(createRandom(1))) // => true
 */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * A gamma number with the given shape and scale 1: mean and variance are the shape. Shape above 0.
 * Source: Marsaglia and Tsang (2000).
 * @example
 * drawGamma(createRandom(1), 3) > 0 // => true
 */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v;
  }
}

/**
 * A rate from Beta(a, b): mean a / (a + b).
 * @example
 * const rate = drawBeta(createRandom(1), 31, 91);
 * rate > 0 && rate < 1 // => true
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  return x / (x + drawGamma(random, b));
}

/**
 * A count from the Poisson distribution: by multiplication for small means, above 30 by Hörmann's
 * transformed rejection (PTRS, 1993).
 * @example
 * Number.isInteger(drawPoisson(createRandom(1), 4)) // => true
 * drawPoisson(createRandom(1), 0) // => 0
 */
export function drawPoisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 30) return drawLargePoisson(random, mean);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

function drawLargePoisson(random: Random, mean: number): number {
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const edge = 1.1239 + 1.1328 / (b - 3.4);
  const accept = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = 1 - random();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= accept) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const left = Math.log((v * edge) / (a / (us * us) + b));
    if (left <= count * Math.log(mean) - mean - logFactorial(count)) return count;
  }
}

/** ln(n!) by Stirling's series; exact enough from 10 on, and counted out below. */
function logFactorial(n: number): number {
  if (n < 10) {
    let sum = 0;
    for (let i = 2; i <= n; i += 1) sum += Math.log(i);
    return sum;
  }
  const x = n + 1;
  const series = 1 / (12 * x) - 1 / (360 * x ** 3);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

/**
 * A count from the negative binomial distribution: mean m, variance m + m^2 / dispersion; a Poisson
 * count whose mean is a gamma number.
 * @example
 * Number.isInteger(drawVolume(createRandom(1), 800, 20)) // => true
 */
export function drawVolume(random: Random, mean: number, dispersion: number): number {
  return drawPoisson(random, (mean * drawGamma(random, dispersion)) / dispersion);
}
