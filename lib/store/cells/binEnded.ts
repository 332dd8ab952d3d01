import { gridCell, gridEnd } from '#lib/bowtie/durationGrid.ts';
import type { ByteReader } from './ByteReader.ts';
import { KEPT } from './encodeCoarse.ts';
import type { Gathered } from './Gathered.ts';
import { KINDS } from './kinds.ts';

/** The last of what was read: which of all are the longest is known at the end of a run. */
const lastSteps = new Float64Array(KEPT);
const lastKinds = new Uint8Array(KEPT);
/** Of the cell that is being filled: how many of each kind. */
const counts = new Int32Array(KINDS);

/**
 * The ended entries of an exact run on the days of the one bucket that is asked, as counts of the
 * grid's cells; all but the longest.
 */
export function binEnded(reader: ByteReader, days: Int32Array, into: Gathered): void {
  const size = reader.number();
  const step = reader.number();
  const { bytes } = reader;
  let { at } = reader;
  let [steps, cell, end, seen, place] = [0, -1, -1, 0, 0];
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[at++] as number;
    const next = byte < 0x80 ? 0 : (bytes[at++] as number);
    if (next < 0x80) steps += (byte & 0x7f) + next * 0x80;
    else {
      reader.at = at - 2;
      steps += reader.number();
      at = reader.at;
    }
    const mark = bytes[at++] as number;
    if ((days[mark >> 3] as number) < 0) continue;
    if (seen >= KEPT) {
      const gone = lastSteps[place] as number;
      if (gone > end) {
        flush(into, cell);
        cell = gridCell(gone * step);
        end = gridEnd(cell) / step;
      }
      const kind = lastKinds[place] as number;
      counts[kind] = (counts[kind] as number) + 1;
    }
    lastSteps[place] = steps;
    lastKinds[place] = mark & 7;
    seen += 1;
    place = place === KEPT - 1 ? 0 : place + 1;
  }
  reader.at = at;
  flush(into, cell);
  for (let i = 0; i < Math.min(seen, KEPT); i += 1) {
    into.kept.push((lastSteps[i] as number) * step * KINDS + (lastKinds[i] as number));
  }
}

function flush(into: Gathered, cell: number): void {
  for (let kind = 0; kind < KINDS; kind += 1) {
    const count = counts[kind] as number;
    if (count === 0) continue;
    into.binned.push(cell * KINDS + kind, count);
    counts[kind] = 0;
  }
}
