import { ratio } from '#lib/bowtie/ratio.ts';
import type { LoopCohort } from '#lib/contract/loop.ts';
import type { Cell } from '../toCsv.ts';
import type { MEASURES } from './loopState.ts';

type Measure = (typeof MEASURES)[number];

export type HeatCell = {
  age: number;
  /** null: too few customers for a percentage. */
  rate: number | null;
  /** 0..1, how dark. */
  level: number;
  arr: string;
  customers: number;
};

export type HeatRow = { cohort: LoopCohort; cells: HeatCell[] };

const FEW = 5;
const RANGE: Record<Measure, readonly [number, number]> = {
  net: [0.4, 1.6],
  gross: [0.4, 1],
  customers: [0.4, 1],
};

/** How much is left of each start cohort, by its age in periods. */
export function prepareHeatmap(cohorts: readonly LoopCohort[], measure: Measure): HeatRow[] {
  const [pale, dark] = RANGE[measure];
  return cohorts.map((cohort) => ({
    cohort,
    cells: cohort.cells.map((cell, age) => {
      const left = { net: cell.arr, gross: cell.kept, customers: cell.customers }[measure];
      const base = measure === 'customers' ? cohort.customers : cohort.start_arr;
      const rate = cohort.customers < FEW ? null : ratio(Number(left), Number(base));
      const level = rate === null ? 0 : Math.min(1, Math.max(0, (rate - pale) / (dark - pale)));
      return { age, rate, level, arr: cell.arr, customers: cell.customers };
    }),
  }));
}

export function heatmapTable(cohorts: readonly LoopCohort[]): Cell[][] {
  const head = ['cohort_from', 'cohort_to', 'customers_start', 'start_arr', 'age', 'arr'];
  return [
    [...head, 'arr_capped_at_start', 'customers'],
    ...cohorts.flatMap(({ from, to, customers, start_arr, cells }) =>
      cells.map((cell, age) => [
        ...[from, to, customers, start_arr, age],
        ...[cell.arr, cell.kept, cell.customers],
      ]),
    ),
  ];
}
