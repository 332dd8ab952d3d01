import { type Day, dayOfMoment, MINUTES } from './calendar.ts';
import { CURVES } from './curves.ts';
import type { Random } from './random.ts';
import type { Customer, Draft, Pursuit } from './types.ts';
import { later, workTime } from './workTime.ts';
import type { World } from './world.ts';

const SHARE = 0.12;

/** A few customers that left come back after some months, without marketing. */
export function makeWinBack(
  world: World,
  random: Random,
  before: Customer,
  leftOn: Day,
): { drafts: Draft[]; customer: Customer } | null {
  if (!random.chance(SHARE)) return null;
  const { tier } = before.pursuit;
  const day = leftOn + random.whole(70, 220);
  const pursuit: Pursuit = { ...before.pursuit, recordId: `${before.pursuit.recordId}-b` };
  const role = tier === 'key' ? 'KA' : 'AE';
  const seller = world.team.assign(random, role, tier, day, before.pod);
  const mqlAt = workTime(random, day * MINUTES + 600);
  const salAt = later(random, mqlAt, CURVES[tier].lags['mql>sql']);
  const wonAt = later(random, salAt, CURVES[tier].lags['sal>won']);
  const arr = Math.round(before.arr * random.between(0.8, 1.2));
  const { accountId } = before;
  const drafts: Draft[] = [
    { stage: 'mql', at: mqlAt, accountId },
    { stage: 'sql', at: salAt - 5, owner: seller },
    { stage: 'sal', at: salAt, owner: seller, amount: arr, closeDate: dayOfMoment(salAt) + 30 },
    { stage: 'won', at: wonAt, amount: arr },
  ];
  const pod = world.team.podOf(seller, day);
  return { drafts, customer: { pursuit, accountId, arr, wonAt, pod, installed: false } };
}
