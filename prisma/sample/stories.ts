import { addMonths, type Day, quarterStart, weekday } from './calendar.ts';
import { CURVES, channelLift } from './curves.ts';
import type { Pod, Step, Tier } from './types.ts';

/** The channel that brings many cheap leads and no customer. */
export const EMPTY_CHANNEL = 'Content syndication';
const EMPTY_LIFT: Record<Step, number> = {
  'prospect>mql': 1.35,
  'mql>sql': 0.45,
  'sql>sal': 0.8,
  'sal>won': 0,
};

/** The pod that wins more, and by what factor. */
export const WINNING_POD: Pod = 'Cedar';
const POD_LIFT = 1.6;

/** The sellers who carry the revenue: by how much bigger their deals are, and how often won. */
export const STARS: Readonly<Record<string, { amount: number; rate: number }>> = {
  'Olivia Bennett': { amount: 2.4, rate: 1.3 },
  'Catherine Dubois': { amount: 1.2, rate: 1.1 },
  'Margaret Sullivan': { amount: 1.2, rate: 1.1 },
};

/** In this tier the hand-off from SDR to AE broke, on one Monday. */
export const BROKEN_TIER: Tier = 'mid';
const BROKEN_FACTOR = 0.58;

/** The Monday on or before the day 24 weeks ago. */
export function brokenSince(today: Day): Day {
  const about = today - 24 * 7;
  return about - weekday(about);
}

/** The last complete calendar quarter: its deals were pushed into the next one. */
export function pushedQuarter(today: Day): { from: Day; to: Day } {
  const to = quarterStart(today);
  return { from: addMonths(to, -3), to };
}

export const PUSHED_SHARE = 0.95;

type Situation = {
  tier: Tier;
  step: Step;
  channel: string;
  day: Day;
  today: Day;
  pod: Pod | null;
  owner: string;
};

/** The chance of one step, with every story in it. */
export function chanceOf({ tier, step, channel, day, today, pod, owner }: Situation): number {
  const lift = channel === EMPTY_CHANNEL ? EMPTY_LIFT[step] : channelLift(channel, step);
  let rate = CURVES[tier].rates[step] * lift;
  if (step === 'sal>won' && pod === WINNING_POD) rate *= POD_LIFT;
  if (step === 'sal>won') rate *= STARS[owner]?.rate ?? 1;
  if (step === 'sql>sal' && tier === BROKEN_TIER && day >= brokenSince(today))
    rate *= BROKEN_FACTOR;
  return Math.min(rate, 0.97);
}
