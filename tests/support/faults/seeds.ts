import { randomInt } from 'node:crypto';
import { readTestEnv } from '#lib/env.ts';

const { seed, long } = readTestEnv();

/** `npm run verify -- --long`: more seeds, more places. */
export const LONG_RUN = long;

/** Stands in the name of every fault test; `BOWTIE_SEED=<it>` runs the same again. */
export const SEED = seed ?? randomInt(1_000_000);

/** The seeds of this run: one, or so many from it on in the long version. */
export function seeds(most: number): number[] {
  return Array.from({ length: LONG_RUN ? most : 1 }, (_, at) => SEED + at);
}
