import { Temporal } from 'temporal-polyfill';

/** A local day, counted from 1970-01-01. */
export type Day = number;
/** A local wall-clock minute: day x 1440 + minute of the day. */
export type Moment = number;

export const MINUTES = 1440;
const MS_PER_DAY = 86_400_000;

export const dayOf = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;
export const dayText = (day: Day): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
export const dayOfMoment = (moment: Moment): Day => Math.floor(moment / MINUTES);

/** Monday is 0. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export const monthOf = (day: Day): number => Number(dayText(day).slice(5, 7));

export function addMonths(day: Day, months: number): Day {
  return dayOf(Temporal.PlainDate.from(dayText(day)).add({ months }).toString());
}

export const monthStart = (day: Day): Day => dayOf(`${dayText(day).slice(0, 7)}-01`);

export function quarterStart(day: Day): Day {
  return addMonths(monthStart(day), -((monthOf(day) - 1) % 3));
}

const CLOSED = new Set(['12-24', '12-25', '12-26', '12-31', '01-01']);

export function isWorkday(day: Day): boolean {
  return weekday(day) < 5 && !CLOSED.has(dayText(day).slice(5));
}

/** A local wall-clock minute as an instant; the working day never meets a clock change. */
export function instantWriter(timeZone: string): (moment: Moment) => string {
  const midnights = new Map<Day, number>();
  return (moment) => {
    const day = dayOfMoment(moment);
    let noon = midnights.get(day);
    if (noon === undefined) {
      const date = Temporal.PlainDate.from(dayText(day));
      noon = date.toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds;
      midnights.set(day, noon);
    }
    return new Date(noon + (moment - day * MINUTES - 720) * 60_000).toISOString();
  };
}
