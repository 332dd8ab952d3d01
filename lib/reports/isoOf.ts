import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#lib/bowtie/records.ts';

/** An instant as the wire tells it. */
export function isoOf(instant: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString();
}

/** The instant as many calendar months earlier, at the same local time. */
export function monthsBefore(instant: Instant, months: number, timeZone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .subtract({ months }).epochMilliseconds;
}
