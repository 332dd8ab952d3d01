import { BENCH_FROM, BENCH_TO, BENCH_VALUES } from './writeEventFile.ts';

/** A question and the filter that its plain SQL twin needs. */
export type Question = {
  from: string;
  to: string;
  where: { segment?: string; channel?: string; region?: string; owner?: string };
  by?: 'segment' | 'channel';
};

/** Whole months, and ranges that begin and end in the middle of one. */
const RANGES = [
  [BENCH_FROM, BENCH_TO],
  ['2024-06-01', '2025-06-01'],
  ['2025-01-01', '2025-04-01'],
  ['2025-09-01', '2025-10-01'],
  ['2024-02-11', '2025-09-20'],
  ['2025-01-15', '2025-04-20'],
  ['2025-09-03', '2025-09-24'],
] as const;

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Seven ranges with nine cuts each, three of them by two dimensions: what people click. */
export function questions(): Question[] {
  return RANGES.flatMap(([from, to], i) => [
    { from, to, where: {} },
    { from, to, where: {}, by: 'segment' as const },
    { from, to, where: {}, by: 'channel' as const },
    { from, to, where: { segment: pick(BENCH_VALUES.segment, i) } },
    { from, to, where: { channel: pick(BENCH_VALUES.channel, i) } },
    { from, to, where: { region: pick(BENCH_VALUES.region, i), segment: 'mid' } },
    { from, to, where: { owner: pick(BENCH_VALUES.owner, i * 7) } },
    { from, to, where: { owner: pick(BENCH_VALUES.owner, i * 11), segment: 'key' } },
    { from, to, where: { region: pick(BENCH_VALUES.region, i + 1) }, by: 'channel' as const },
  ]);
}

export function pathOf({ from, to, where, by }: Question): string {
  const query = new URLSearchParams({ from, to, ...where, ...(by ? { by } : {}) });
  return `/bowtie?${query}`;
}

/** The same cut as a trend by weeks or months. */
export function trendPathOf({ from, to, where, by }: Question, at: number): string {
  const grain = pick(['week', 'month'], at);
  const conversion = pick(['prospect>mql', 'sal>won'], at >> 1);
  const query = { from, to, grain, conversion, ...where, ...(by ? { by } : {}) };
  return `/trend?${new URLSearchParams(query)}`;
}
