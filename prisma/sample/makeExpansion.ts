import { type Day, dayOfMoment, MINUTES } from './calendar.ts';
import type { Random } from './random.ts';
import type { Customer, Draft, Pursuit } from './types.ts';
import { later, workTime } from './workTime.ts';
import type { World } from './world.ts';

type Sold = { pursuit: Pursuit; drafts: Draft[] };
type Deal = { day: Day; arr: number; index: number; manager: string };

/** A pursuit of its own: found by the success manager, sold by a seller, contracted that day. */
export function makeExpansion(world: World, random: Random, customer: Customer, deal: Deal): Sold {
  const { tier } = customer.pursuit;
  const role = tier === 'key' ? 'KA' : 'AE';
  const seller = world.team.assign(random, role, tier, deal.day, customer.pod);
  const pursuit: Pursuit = {
    ...customer.pursuit,
    recordId: `X-${customer.pursuit.recordId.slice(2)}-${deal.index + 1}`,
    motion: 'expansion',
  };
  const wonAt = workTime(random, deal.day * MINUTES + 600);
  const before = (moment: number, days: number) =>
    Math.min(moment, workTime(random, moment - random.lognormal(days, 0.4) * MINUTES));
  const salAt = before(wonAt, 16);
  const sqlAt = before(salAt, 8);
  const amount = deal.arr;
  const drafts: Draft[] = [
    { stage: 'sql', at: sqlAt, owner: deal.manager, accountId: customer.accountId },
    { stage: 'sal', at: salAt, owner: seller, amount, closeDate: deal.day },
    { stage: 'won', at: wonAt, amount },
    // Counted as a movement; its amount is in the win, so that ARR from events is not doubled.
    { stage: 'expanded', at: wonAt },
    { stage: 'onboarded', at: later(random, wonAt, [5, 0.4]), owner: deal.manager },
    { stage: 'adopted', at: later(random, wonAt, [32, 0.3]) },
  ];
  return { pursuit, drafts };
}

/** For most expansions that are won another one of the same customer is not. */
export function makeLostExpansion(random: Random, sold: Sold, index: number): Sold | null {
  if (!random.chance(0.65)) return null;
  const days = random.whole(20, 110) * MINUTES;
  const [sql, sal, won] = sold.drafts;
  if (!sql || !sal || !won) return null;
  const at = (draft: Draft) => workTime(random, draft.at + days);
  const salAt = at(sal);
  const lost = later(random, salAt, [24, 0.5]);
  return {
    pursuit: { ...sold.pursuit, recordId: `${sold.pursuit.recordId}-n${index}` },
    drafts: [
      { ...sql, at: Math.min(at(sql), salAt) },
      { ...sal, at: salAt, closeDate: dayOfMoment(lost) },
      { stage: random.chance(0.5) ? 'lost' : 'no_decision', at: lost },
    ],
  };
}
