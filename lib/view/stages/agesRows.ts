import type { AgesAnswer } from '#lib/contract/stages.ts';
import { confidenceOf } from '../handOff.ts';
import type { Cell } from '../toCsv.ts';

export type AgesRow = AgesAnswer['data']['cohorts'][number];
export type AgesDot = { from: string } & Record<string, number | string | null>;

/** One line per age; a cohort that is too young or too small has a gap. */
export function agesDots(cohorts: readonly AgesRow[]): { ages: number[]; dots: AgesDot[] } {
  const ages = cohorts[0]?.marks.map(({ days }) => days) ?? [];
  const dots = cohorts.map(({ from, base, marks }) => {
    const shown = confidenceOf(base) !== 'none';
    const values = marks.map(({ days, rate }) => [`d${days}`, shown ? rate : null]);
    return { from, ...Object.fromEntries(values) } as AgesDot;
  });
  return { ages, dots };
}

export function agesTable(cohorts: readonly AgesRow[]): Cell[][] {
  const ages = cohorts[0]?.marks ?? [];
  return [
    ['from', 'to', 'base', ...ages.flatMap(({ days }) => [`by_${days}`, `rate_by_${days}`])],
    ...cohorts.map(({ from, to, base, marks }) => {
      return [from, to, base, ...marks.flatMap(({ advanced, rate }) => [advanced, rate])];
    }),
  ];
}
