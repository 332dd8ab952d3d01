import { dayOfMoment, isWorkday, MINUTES, type Moment, quarterStart } from './calendar.ts';
import { CURVES } from './curves.ts';
import type { Random } from './random.ts';
import { chanceOf, PUSHED_SHARE, pushedQuarter, STARS } from './stories.ts';
import type { Customer, Draft, Pursuit, Tier } from './types.ts';
import { later, workTime } from './workTime.ts';
import type { Walk, World } from './world.ts';

const round = (amount: number, unit: number): number =>
  Math.max(unit, Math.round(amount / unit) * unit);

function expectedClose(random: Random, pursuit: Pursuit, from: Moment): number {
  const [median] = CURVES[pursuit.tier].lags['sal>won'];
  let day = dayOfMoment(from) + Math.round(median * random.between(0.8, 1.7));
  // Sellers like to promise the last day of a quarter.
  if (pursuit.tier !== 'small' && random.chance(0.35)) day = quarterStart(day + 92) - 1;
  while (!isWorkday(day)) day -= 1;
  return Math.max(day, dayOfMoment(from) + 1);
}

/** Moves the end of larger deals due in the pushed quarter into the next one. */
function pushedEnd(world: World, random: Random, tier: Tier, end: Moment, due: number): Moment {
  if (tier === 'small') return end;
  const { from, to } = pushedQuarter(world.today);
  const day = dayOfMoment(end);
  if (due < from || due >= to || day < from || day >= to) return end;
  if (!random.chance(PUSHED_SHARE)) return end;
  return workTime(random, end + (to - day + random.between(3, 60)) * MINUTES);
}

/** A due date that comes without an end is moved to a later one, or left to rot. */
function pushes(random: Random, deal: Draft, end: Moment): Draft[] {
  const moved: Draft[] = [];
  let due = deal.closeDate ?? 0;
  while (due < dayOfMoment(end) && random.chance(0.85)) {
    const at = workTime(random, (due - random.whole(0, 4)) * MINUTES + 600);
    if (at >= end || at <= (moved.at(-1)?.at ?? deal.at)) break;
    due += random.whole(21, 63);
    moved.push({ stage: 'sal', at, closeDate: due });
  }
  return moved;
}

/** Back one stage, or dead and alive again: what happens to a few deals on their way. */
function detours(random: Random, deal: Draft, end: Moment): Draft[] {
  const span = end - deal.at;
  if (span < 10 * MINUTES) return [];
  const first = workTime(random, deal.at + span * 0.3);
  const second = workTime(random, deal.at + span * 0.6);
  if (random.chance(0.04))
    return [
      { stage: 'sql', at: first },
      { stage: 'sal', at: second },
    ];
  if (!random.chance(0.03)) return [];
  return [
    { stage: random.pick(['lost', 'no_decision']), at: first },
    { stage: 'sal', at: second },
  ];
}

/** From the accepted opportunity to the knot or to a no. */
export function makeDeal(
  world: World,
  random: Random,
  pursuit: Pursuit,
  walk: Walk,
  accountId: string,
): Customer | null {
  const { tier, channel } = pursuit;
  const curve = CURVES[tier];
  const owner = walk.owner ?? '';
  const sal = walk.drafts.at(-1);
  if (!sal) return null;
  const unit = tier === 'small' ? 60 : tier === 'mid' ? 250 : 1000;
  const list = round(random.lognormal(...curve.amount) * (STARS[owner]?.amount ?? 1), unit);
  const due = expectedClose(random, pursuit, sal.at);
  Object.assign(sal, { amount: list, closeDate: due });

  const day = dayOfMoment(sal.at);
  const today = world.today;
  const chance = chanceOf({ tier, step: 'sal>won', channel, day, today, pod: walk.pod, owner });
  const won = random.chance(chance);
  const forgotten = !won && random.chance(curve.forgotten['sal>won']);
  const lag = won ? curve.lags['sal>won'] : curve.leaks['sal>won'];
  const natural = later(random, sal.at, lag);
  const end = forgotten ? Number.POSITIVE_INFINITY : pushedEnd(world, random, tier, natural, due);
  const horizon = Math.min(end, today * MINUTES);
  walk.drafts.push(...pushes(random, sal, horizon), ...detours(random, sal, horizon));
  if (forgotten) return null;
  if (!won) {
    walk.drafts.push({ stage: random.chance(0.6) ? 'lost' : 'no_decision', at: end });
    return null;
  }
  const arr = round(list * (1 - Math.max(0, random.lognormal(curve.discount, 0.5))), unit);
  walk.drafts.push({ stage: 'won', at: end, owner, amount: arr, closeDate: dayOfMoment(end) });
  return { pursuit, accountId, arr, wonAt: end, pod: walk.pod, installed: false };
}
