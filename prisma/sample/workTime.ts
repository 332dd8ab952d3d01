import { dayOfMoment, isWorkday, MINUTES, type Moment } from './calendar.ts';
import type { Random } from './random.ts';

const OPENS = 9 * 60;
const CLOSES = 18 * 60;

/** The next moment at which people work: no meetings at night, on weekends, on closed days. */
export function workTime(random: Random, moment: Moment): Moment {
  let day = dayOfMoment(moment);
  const minute = Math.floor(moment - day * MINUTES);
  if (isWorkday(day) && minute >= OPENS && minute < CLOSES) return Math.floor(moment);
  if (minute >= CLOSES) day += 1;
  while (!isWorkday(day)) day += 1;
  return day * MINUTES + random.whole(OPENS, CLOSES - 1);
}

/** After a lognormal wait, at work time, and never before the step it follows. */
export function later(
  random: Random,
  after: Moment,
  [median, sigma]: readonly [number, number],
): Moment {
  return workTime(random, after + 1 + random.lognormal(median, sigma) * MINUTES);
}

/** Any minute of an ordinary day; visitors come in the evening too. */
export function visitTime(random: Random, day: number): Moment {
  return day * MINUTES + random.whole(7 * 60, 22 * 60);
}
