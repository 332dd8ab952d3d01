import { BENCH_FROM, BENCH_TO, BENCH_VALUES } from './writeEventFile.ts';

/** A question and the filter that its plain SQL twin needs. */
export type Question = {
  from: string;
  to: string;
  where: { segment?: string; channel?: string; region?: string; owner?: string };
  by?: 'segment' | 'channel';
};

const RANGES = [
  [BENCH_FROM, BENCH_TO],
  ['2024-06-01', '2025-06-01'],
  ['2025-01-01', '2025-04-01'],
  ['2025-09-01', '2025-10-01'],
] as const;

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Four ranges with seven filters each: what people click in the first minutes. */
export function questions(): Question[] {
  return RANGES.flatMap(([from, to], i) => [
    { from, to, where: {} },
    { from, to, where: {}, by: 'segment' as const },
    { from, to, where: {}, by: 'channel' as const },
    { from, to, where: { segment: pick(BENCH_VALUES.segment, i) } },
    { from, to, where: { channel: pick(BENCH_VALUES.channel, i) } },
    { from, to, where: { region: pick(BENCH_VALUES.region, i), segment: 'mid' } },
    { from, to, where: { owner: pick(BENCH_VALUES.owner, i * 7) } },
  ]);
}

export function pathOf({ from, to, where, by }: Question): string {
  const query = new URLSearchParams({ from, to, ...where, ...(by ? { by } : {}) });
  return `/bowtie?${query}`;
}
