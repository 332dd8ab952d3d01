import { DAY_MS } from './entryOutcome.ts';

/** From here on every whole day is one cell: finer than one percent. */
const LAST_DAY = 100;
const STEP = 101 / 100;

/** The last millisecond of each cell below `LAST_DAY`: whole numbers, the same on every machine. */
function edgesBelow(limit: number): Float64Array {
  const edges: number[] = [0];
  let wide = 0;
  let day = DAY_MS;
  while (day <= limit) {
    wide = Math.max(wide + 1, Math.floor(wide * STEP));
    while (day < wide && day <= limit) {
      edges.push(day);
      day += DAY_MS;
    }
    if (wide === day) day += DAY_MS;
    if (wide <= limit) edges.push(wide);
  }
  return Float64Array.from(edges);
}

const EDGES = edgesBelow(LAST_DAY * DAY_MS);

/**
 * The number of the grid's cell that a duration lies in: log-spaced with a ratio of 1.01 below 100
 * days, whole days from there on. Cells end at whole days, so that windows and horizons of whole
 * days cut between cells: `gridMs(gridCell(ms)) <= w * DAY_MS` exactly where `ms <= w * DAY_MS`.
 *
 * Units: whole milliseconds, not negative. Source: definitions, section 6 (above a base of 100,000
 * an answer may be approximate with a relative error of at most 1 %).
 * @example
 * gridCell(0) // => 0
 * gridCell(7 * DAY_MS) < gridCell(7 * DAY_MS + 1) // => true
 * gridCell(120.2 * DAY_MS) === gridCell(121 * DAY_MS) // => true
 */
export function gridCell(ms: number): number {
  const last = EDGES.length - 1;
  if (ms > LAST_DAY * DAY_MS) return last + Math.ceil(ms / DAY_MS) - LAST_DAY;
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((EDGES[middle] ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The last millisecond of a cell.
 * @example
 * gridEnd(gridCell(120.2 * DAY_MS)) === 121 * DAY_MS // => true
 */
export function gridEnd(cell: number): number {
  const last = EDGES.length - 1;
  return cell <= last ? (EDGES[cell] ?? 0) : (LAST_DAY + cell - last) * DAY_MS;
}

/**
 * The duration that stands for all of a cell: its middle, at most half a percent off.
 * @example
 * gridMs(gridCell(0)) // => 0
 * gridMs(gridCell(150)) // => 150
 * gridMs(gridCell(120.2 * DAY_MS)) / DAY_MS // => 120.5
 */
export function gridMs(cell: number): number {
  if (cell === 0) return 0;
  return Math.ceil((gridEnd(cell - 1) + gridEnd(cell)) / 2);
}
