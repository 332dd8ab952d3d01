import { Temporal } from 'temporal-polyfill';

/** The first instant of a local day, in milliseconds. */
export function oracleDayStart(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** The local day of an instant. */
export function oracleDay(at: number, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.toPlainDate().toString();
}

/** `as_of`: an instant, or a date that means the end of that local day; null means now. */
export function oracleAsOf(asked: string | null, zone: string, now: number): number {
  if (asked === null) return now;
  if (asked.length > 10) return Date.parse(asked);
  const next = Temporal.PlainDate.from(asked).add({ days: 1 }).toString();
  return oracleDayStart(next, zone) - 1;
}

/** The local days to compare [from, to) with. */
export function oracleCompareRange(
  from: string,
  to: string,
  compare: 'previous' | 'year',
): { from: string; to: string } {
  const start = Temporal.PlainDate.from(from);
  const end = Temporal.PlainDate.from(to);
  if (compare === 'year') {
    return {
      from: start.subtract({ years: 1 }).toString(),
      to: end.subtract({ years: 1 }).toString(),
    };
  }
  if (start.day === 1 && end.day === 1) {
    const { months } = start.until(end, { largestUnit: 'month' });
    return { from: start.subtract({ months }).toString(), to: from };
  }
  const { days } = start.until(end, { largestUnit: 'day' });
  return { from: start.subtract({ days }).toString(), to: from };
}
