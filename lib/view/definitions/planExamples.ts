import type { Fate } from '#lib/bowtie/forecast/fates.ts';
import { salesAhead } from '#lib/bowtie/forecast/salesAhead.ts';
import { salesChange } from '#lib/bowtie/forecast/salesChange.ts';
import { count, money, percent } from './exampleValue.ts';

const VALUE = 10_000;
const NOW = 200_000;
/** Half of all entries are won on their tenth day, the others are lost on it. */
const TENTH = Array.from({ length: 11 }, (_, day) => (day === 10 ? 1 : 0));
const HALF = {
  rate: 0.5,
  fresh: TENTH.map((one) => one / 2),
  open: TENTH.map(() => 1),
  advanced: TENTH.map((one) => one / 2),
  ended: TENTH,
};
const rates = { steps: [HALF], toWin: 1 };

/** Records that wait before the win, all of them two days old. */
function openOf(fates: readonly Fate[], age = 2) {
  return fates.map((fate) => ({ step: 0, age, count: 1, fate }));
}

const before = {
  facts: {
    ...{ daysLeft: 30, signed: [], booked: 0 },
    open: openOf(['won', 'won', 'lost', 'waited', 'waited', 'waited']),
  },
  ...{ rates, value: VALUE, daily: [] },
};

export function forecastExample() {
  const [told] = salesAhead(before).pipeline;
  const { count: open = 0, wins = 0, arr = 0 } = told ?? {};
  return {
    open: count(open),
    share: percent(open === 0 ? null : wins / open),
    wins: count(wins),
    each: money(String(VALUE)),
    pipeline: money(String(arr)),
    now: money(String(NOW)),
    arr: money(String(NOW + arr)),
  };
}

export function forecastChangeExample() {
  const stay = openOf(['waited', 'waited', 'waited'], 9);
  const facts = { daysLeft: 23, signed: [], booked: 2 * VALUE, open: stay };
  const told = salesChange(before, { ...before, facts });
  const sum = Object.values(told).reduce((all, one) => all + one, 0);
  const whole = (amount: number) => money(String(Math.round(amount)));
  return {
    each: money(String(VALUE)),
    won: whole(told.won),
    lost: whole(told.lost),
    waited: whole(told.waited),
    change: whole(sum),
  };
}
