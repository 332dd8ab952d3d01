import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#lib/bowtie/records.ts';

/** The first instant of a local day: midnight, or where there is none the end of the gap. */
export function startOfDay(date: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

/** An instant as it was asked: itself, or for a date the last millisecond of that local day. */
export function momentOf(asked: string, timeZone: string): Instant {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked)) return Temporal.Instant.from(asked).epochMilliseconds;
  const next = Temporal.PlainDate.from(asked).add({ days: 1 });
  return startOfDay(next.toString(), timeZone) - 1;
}

export function isoOf(instant: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString();
}

/** The instant as many calendar months earlier, at the same local time. */
export function monthsBefore(instant: Instant, months: number, timeZone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .subtract({ months }).epochMilliseconds;
}
