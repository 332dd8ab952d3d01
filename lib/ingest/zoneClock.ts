import { Temporal } from 'temporal-polyfill';
import { type WallTime, wallMs } from './wallTime.ts';

const DAY = 86_400_000;

/** Local time of one zone in both directions; a million conversions cost one look-up per day. */
export type ZoneClock = {
  /** The earlier of two, and forward by the gap where there is none (Temporal "compatible"). */
  toInstant: (wall: WallTime) => number;
  /** The local day of an instant as YYYY-MM-DD. */
  dayOf: (instant: number) => string;
};

export function zoneClock(timeZone: string): ZoneClock {
  const offsets = new Map<number, number | null>();
  const days = new Map<number, string | null>();

  const start = (day: number) =>
    Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(timeZone)
      .epochMilliseconds;

  function offsetOf(day: number): number | null {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const begins = start(day);
    const offset = start(day + 1) - begins === DAY ? day * DAY - begins : null;
    offsets.set(day, offset);
    return offset;
  }

  function slowInstant(local: number): number {
    const wall = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC');
    return wall.toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds;
  }

  function slowDay(instant: number): string {
    const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
    return at.toPlainDate().toString();
  }

  return {
    toInstant(wall) {
      const local = wallMs(wall);
      if (wall.offset !== null) return local - wall.offset * 60_000;
      const offset = offsetOf(Math.floor(local / DAY));
      return offset === null ? slowInstant(local) : local - offset;
    },
    // Days change at whole quarter hours in every zone since 1972; before, each instant is asked.
    dayOf(instant) {
      if (instant < 63_072_000_000) return slowDay(instant);
      const quarter = Math.floor(instant / 900_000);
      const known = days.get(quarter);
      if (known) return known;
      const day = slowDay(quarter * 900_000);
      days.set(quarter, day);
      return day;
    },
  };
}
