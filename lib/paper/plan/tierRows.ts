import { advancesAfter, type Flow, flowAt } from '#lib/bowtie/plan/flow.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { flowTotal, lockedOf, type SegmentFlows } from '#lib/bowtie/plan/segmentFlows.ts';
import { across, address } from '../sheet/address.ts';
import { counted, input, text } from '../sheet/cells.ts';
import type { Cell } from '../sheet/sheet.ts';
import type { Grid } from './grid.ts';
import type { LagRow } from './lagRows.ts';

type Row = (Cell | null)[];

/** Label, total and locked part of a row, then its months. */
function lined(grid: Grid, row: number, label: string, flow: Flow, months: Row): Row {
  const total = counted(flowTotal(flow), `SUM(${across(row, grid.from, grid.end - 1)})`, 'count');
  const early = `SUM(${across(row, grid.from, grid.start - 1)})`;
  const locked = grid.early === 0 ? null : counted(lockedOf(flow), early, 'count');
  return [text(label), total, locked, ...months];
}

function blanks(length: number): null[] {
  return new Array<null>(length).fill(null);
}

/** Which share of the wins falls into which month of the plan. */
export function seasonRow(
  grid: Grid,
  row: number,
  { flows, plan, label }: { flows: SegmentFlows; plan: PlanInput; label: string },
): Row {
  const even = 1 / plan.months;
  const shares = flows.segment.seasonality ?? new Array<number>(plan.months).fill(even);
  const sum = shares.reduce((all, one) => all + one, 0);
  return [
    text(label),
    counted(sum, `SUM(${across(row, grid.start, grid.start + grid.months - 1)})`, 'share'),
    null,
    ...blanks(grid.early),
    ...shares.map((share) => input(share, 'share')),
  ];
}

/** Wins of each month: all of them, spread by the season in the row above. */
export function wonRow(
  grid: Grid,
  row: number,
  { flows, wins, label }: { flows: SegmentFlows; wins: string; label: string },
): Row {
  const all = across(row - 1, grid.start, grid.start + grid.months - 1, true);
  const months = flows.won.values.map((count, i) =>
    counted(count, `${wins}*${address(row - 1, grid.start + i)}/SUM(${all})`, 'count'),
  );
  return lined(grid, row, label, flows.won, [...blanks(grid.early), ...months]);
}

/** What has to enter a stage, from the row above: what enters the next stage in time. */
export function flowRow(
  grid: Grid,
  row: number,
  { flow, lag, label }: { flow: Flow; lag: LagRow; label: string },
): Row {
  const months = Array.from({ length: grid.early + grid.months }, (_, i) => {
    const column = grid.from + i;
    const needed = across(row - 1, column, column + lag.reach);
    const formula = `SUMPRODUCT(${needed},${lag.lags})/SUM(${lag.lags})/${lag.rate}`;
    return counted(flowAt(flow, i - grid.early), formula, 'count');
  });
  return lined(grid, row, label, flow, months);
}

/** Customers that go live, from the wins of that month and the months before. */
export function liveRow(
  grid: Grid,
  row: number,
  { flows, won, lag, label }: { flows: SegmentFlows; won: number; lag: LagRow; label: string },
): Row {
  const rate = flows.segment.conversions['won>onboarded'] ?? 1;
  const flow = advancesAfter(flows.won, rate, flows.segment.lags['won>onboarded']);
  const last = grid.start + grid.months - 1;
  const months = Array.from({ length: grid.end - grid.start }, (_, i) => {
    const terms = lag.places.flatMap((place, k) => {
      const column = grid.start + i - k;
      return column < grid.start || column > last ? [] : [`${address(won, column)}*${place}`];
    });
    const sum = terms.length === 0 ? '0' : terms.join('+');
    return counted(flowAt(flow, i), `(${sum})/SUM(${lag.lags})*${lag.rate}`, 'count');
  });
  return lined(grid, row, label, flow, [...blanks(grid.early), ...months]);
}
