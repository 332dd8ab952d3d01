import { drawNormal, drawPoisson, type Random } from '../plan/random.ts';

/** Up to so many are drawn one by one; where so few are expected, as rare events. */
const ONE_BY_ONE = 24;
const RARE = 9;

/**
 * How many of `trials` succeed, each with the same chance: one by one for few, Poisson where few
 * succeed or few fail, else normal; always between 0 and `trials`.
 * @example
 * drawBinomial(createRandom(1), 10, 1) // => 10
 * drawBinomial(createRandom(1), 0, 0.5) // => 0
 */
export function drawBinomial(random: Random, trials: number, chance: number): number {
  const likely = Math.min(1, Math.max(0, chance));
  if (likely === 0 || trials <= 0) return 0;
  if (likely === 1) return trials;
  if (trials <= ONE_BY_ONE) {
    let count = 0;
    for (let i = 0; i < trials; i += 1) if (random() < likely) count += 1;
    return count;
  }
  const mean = trials * likely;
  if (mean < RARE) return Math.min(trials, drawPoisson(random, mean));
  if (trials - mean < RARE) return trials - Math.min(trials, drawPoisson(random, trials - mean));
  const spread = Math.sqrt(mean * (1 - likely));
  const drawn = Math.round(mean + spread * drawNormal(random));
  return Math.min(trials, Math.max(0, drawn));
}
