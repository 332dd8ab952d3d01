import { localDayOf } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { RowNote } from '#lib/contract/ingest.ts';
import { Problem, quote } from './problem.ts';
import type { RawRow } from './readText.ts';
import { clockChange, dayText, toInstant, type WallTime } from './wallTime.ts';

/** How dates of one import or call are read. */
export type Calendar = {
  /** The zone of what is written without one. */
  timeZone: string;
  /** Text to wall time: ISO for the API, the sniffed or stated format for a file. */
  read: (text: string) => WallTime | null;
  receivedAt: Instant;
  /** Hears what is worth knowing of a row that is taken all the same. */
  note?: (note: RowNote) => void;
};

const FIRST = Date.UTC(2000, 0, 1);
const AHEAD = 10 * 60_000;

/** When the event happened: neither before 2000 nor more than ten minutes after it arrived. */
export function readMoment(row: RawRow, field: string, calendar: Calendar): Instant {
  const wall = readWall(row, field, calendar);
  if (wall === null) throw new Problem('missing_field', `missing field '${field}'`);
  const instant = toInstant(wall, calendar.timeZone);
  if (instant < FIRST) {
    throw new Problem('too_old', `before 2000-01-01: ${quote(row[field])}`);
  }
  if (instant > calendar.receivedAt + AHEAD) {
    throw new Problem('future_date', `later than its arrival: ${quote(row[field])}`);
  }
  const change = clockChange(wall, calendar.timeZone);
  if (change !== null) calendar.note?.(change);
  return instant;
}

/** A calendar day as YYYY-MM-DD; of a value with a zone, the local day. */
export function readDay(row: RawRow, field: string, calendar: Calendar): string | null {
  const wall = readWall(row, field, calendar);
  if (wall === null) return null;
  if (wall.offset === null) return dayText(wall);
  return localDayOf(toInstant(wall, calendar.timeZone), calendar.timeZone);
}

function readWall(row: RawRow, field: string, calendar: Calendar): WallTime | null {
  const value = row[field];
  if (value === undefined || value === null || value === '') return null;
  const wall = typeof value === 'string' ? calendar.read(value) : null;
  if (wall === null) throw new Problem('invalid_date', `not a date or time: ${quote(value)}`);
  return wall;
}
