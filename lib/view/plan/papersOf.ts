import { PAPERS, type PaperSize } from '#lib/contract/paperSizes.ts';

/** Where paper is cut in inches (CLDR: measured as US, with those that took it over). */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'PR', 'CL', 'CO', 'CR', 'DO', 'GT', 'PA', 'SV']);

/** The sizes of paper, the usual one of the reader's region first. */
export function papersOf(language: string): PaperSize[] {
  const region = language.split('-').find((part) => /^[A-Z]{2}$/.test(part));
  return region !== undefined && LETTER.has(region) ? [...PAPERS].reverse() : [...PAPERS];
}
