import { startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Tx } from '../inOrg.ts';
import { type Cell, columns, insertRows } from '../insertRows.ts';
import { ByteWriter } from './ByteWriter.ts';
import { encodeDaysRun } from './daysRun.ts';
import { HOUR } from './encodeCoarse.ts';
import { endedUpTo } from './endedUpTo.ts';
import { holdMonths } from './keptStretches.ts';
import type { Hours } from './MergedRun.ts';
import { CELL_KEY, type KeptCell, longRuns, mergedCells } from './stretchCells.ts';
import { type Stretch, stretchEnd, stretchPair } from './stretches.ts';

const [, ...REST] = CELL_KEY;
const COLUMNS = [
  ...columns('date', 'month'),
  ...columns('integer', 'pair'),
  ...columns('text', ...REST),
  ...columns('boolean', 'leaf'),
  ...columns('integer', 'entries', 'implied', 'unconverted'),
  ...columns('numeric', 'amount'),
  ...columns('bytea', 'days', 'coarse', 'columns'),
];
/** So many bytes are in memory before they are written. */
const PART = 1_000_000;
/** What a row has besides. */
const ROW = 100;

const NO_DAYS = Buffer.alloc(0);

const out = new ByteWriter();

/** Puts the cells of a stretch's months together; it has none yet. */
export async function buildStretch(tx: Tx, stretch: Stretch, timeZone: string): Promise<void> {
  await holdMonths(tx, stretch);
  const hours = hoursOf(stretch, timeZone);
  const cells = stretch.size === 1 ? longRuns(tx, stretch.first) : mergedCells(tx, stretch);
  let rows: Cell[][] = [];
  let bytes = 0;
  for await (const cell of cells) {
    const [pair, ...key] = cell.key;
    const coarse = packed(cell, hours);
    const row = [stretch.first, stretchPair(stretch, pair), ...key, false, ...cell.sums];
    const upTo = cell.run instanceof Uint8Array ? endedUpTo(cell.run) : null;
    rows.push([...row, NO_DAYS, coarse, upTo]);
    bytes += (coarse?.length ?? 0) + ROW;
    if (bytes < PART) continue;
    await insertRows(tx, 'count_cell', COLUMNS, rows);
    rows = [];
    bytes = 0;
  }
  await insertRows(tx, 'count_cell', COLUMNS, rows);
}

function packed({ run }: KeptCell, hours: Hours): Buffer | null {
  if (run === null) return null;
  if (run instanceof Uint8Array) encodeDaysRun(out, run);
  else run.write(out, hours);
  return out.take();
}

function hoursOf(stretch: Stretch, timeZone: string): Hours {
  const at = (day: string) => startOfLocalDay(day, timeZone) / HOUR;
  return { first: Math.floor(at(stretch.first)), end: Math.ceil(at(stretchEnd(stretch))) };
}
