import { quantile } from '#lib/bowtie/quantile.ts';
import { type BenchRow, benchRow } from './benchRow.ts';
import type { Latencies } from './measureBowtie.ts';
import type { Size } from './readOptions.ts';

/** How many times slower than ours, by issue: nothing is promised at 100k. */
const GOALS: Record<keyof Latencies['rivals'], Partial<Record<Size, number>>> = {
  'plain SQL': { '1m': 30, '10m': 200 },
  'funnel SQL': { '10m': 100 },
  DuckDB: { '1m': 1, '10m': 3 },
};

const at = (list: readonly number[], p: number): number =>
  quantile(
    list.toSorted((a, b) => a - b),
    p,
  ) ?? Number.NaN;

/** Our own latencies, and those of each rival beside ours to the same questions. */
export function bowtieRows({ bowtie, trend, rivals }: Latencies, size: Size): BenchRow[] {
  const own = Object.entries({ '/bowtie': bowtie, '/trend': trend }).flatMap(([path, list]) =>
    ([50, 95] as const).map((percent) =>
      benchRow({
        name: `GET ${path} p${percent}`,
        size,
        value: at(list, percent / 100),
        unit: 'ms',
      }),
    ),
  );
  const theirs = (Object.keys(GOALS) as (keyof typeof GOALS)[]).map((name) => {
    const { own: list, ours } = rivals[name];
    const goal = GOALS[name][size];
    return benchRow(
      { name: `${name} p50`, size, value: at(list, 0.5), unit: 'ms' },
      {
        against: { name: 'GET /bowtie, same questions', value: at(ours, 0.5) },
        ...(goal === undefined ? {} : { goal: { op: '>=', value: goal } }),
      },
    );
  });
  return [...own, ...theirs];
}

/** The 95th percentile at a size against that at the smallest. */
export function growthRows(rows: readonly BenchRow[]): BenchRow[] {
  const found = rows.filter(({ name }) => name === 'GET /bowtie p95' || name === 'GET /trend p95');
  return found.flatMap(({ name, size, value }) => {
    const small = found.find((one) => one.name === name && one.size === '100k');
    if (small === undefined || small.size === size) return [];
    return [
      benchRow(
        { name, size, value, unit: 'ms' },
        {
          against: { name: `${name} at 100k`, value: small.value },
          ...(size === '10m' ? { goal: { op: '<=', value: 1.5 } } : {}),
        },
      ),
    ];
  });
}
