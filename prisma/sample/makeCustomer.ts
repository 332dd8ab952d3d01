import { type Day, dayOfMoment, MINUTES, type Moment } from './calendar.ts';
import { CURVES } from './curves.ts';
import { makeExpansion, makeLostExpansion } from './makeExpansion.ts';
import { type Change, type Line, leavingDay, makeLine } from './makeLines.ts';
import { makeMovements } from './makeMovements.ts';
import type { Random } from './random.ts';
import type { Customer, Draft, Pursuit, SampleContract } from './types.ts';
import { later } from './workTime.ts';
import type { World } from './world.ts';

export type RightSide = {
  /** Events by the pursuit they belong to. */
  tracks: { pursuit: Pursuit; drafts: Draft[] }[];
  contracts: SampleContract[];
  leftOn: Day | null;
};

const START_DELAY = { small: 0, mid: 12, key: 20 };
const EXPANSION_RENEWAL = 0.93;

type FirstSteps = { drafts: Draft[]; live: boolean; adopted: boolean; manager: string };

/** Going live and getting used to it; small customers are led by automation. */
function firstSteps(world: World, random: Random, customer: Customer): FirstSteps {
  const { tier } = customer.pursuit;
  const curve = CURVES[tier];
  const day = dayOfMoment(customer.wonAt);
  const manager = world.team.assign(random, 'CSM', tier, Math.max(day, world.start), customer.pod);
  if (customer.installed) return { drafts: [], live: true, adopted: true, manager };
  const guide =
    tier === 'small' ? manager : world.team.assign(random, 'ONB', tier, day, customer.pod);
  if (!random.chance(curve.onboard.rate))
    return { drafts: [], live: false, adopted: false, manager };
  const liveAt = later(random, customer.wonAt, curve.onboard.lag);
  const drafts: Draft[] = [{ stage: 'onboarded', at: liveAt, owner: guide }];
  const adopted = random.chance(curve.adopt.rate);
  if (adopted) {
    drafts.push({ stage: 'adopted', at: later(random, liveAt, curve.adopt.lag), owner: manager });
  }
  return { drafts, live: true, adopted, manager };
}

/** The days on which the customer buys more. */
function growthDays(
  world: World,
  random: Random,
  customer: Customer,
  from: Day,
  until: Day,
): Day[] {
  const first = Math.max(from, world.start) + 60;
  const years = Math.max(0, (until - first) / 365);
  const count = random.poisson(CURVES[customer.pursuit.tier].expansions * years);
  return Array.from({ length: count }, () => random.whole(first, Math.max(first, until - 20)));
}

/** Everything after the knot: contracts, renewals, expansions, contractions, churn. */
export function makeCustomer(world: World, random: Random, customer: Customer): RightSide {
  const { pursuit, accountId } = customer;
  const curve = CURVES[pursuit.tier];
  const startsOn =
    dayOfMoment(customer.wonAt) +
    (customer.installed ? 0 : random.whole(0, START_DELAY[pursuit.tier]));
  const steps = firstSteps(world, random, customer);
  const until = world.today;
  const leaving = steps.live
    ? leavingDay(random, customer, startsOn, { adopted: steps.adopted, until })
    : startsOn + random.whole(25, 75);
  const leftOn = leaving !== null && leaving < until ? leaving : null;

  const base: Line = {
    lineId: `C-${pursuit.recordId.slice(2)}`,
    pursuit,
    startsOn,
    arr: customer.arr,
  };
  const ending = { churnedOn: leftOn, until };
  const parts = [makeLine(random, customer, base, 1, ending)];
  const tracks: RightSide['tracks'] = [];
  growthDays(world, random, customer, startsOn, leftOn ?? until).forEach((day, index) => {
    const lineId = `${base.lineId}-X${index + 1}`;
    const arr = Math.round(customer.arr * random.between(...curve.growth));
    const sold =
      pursuit.tier === 'small'
        ? null
        : makeExpansion(world, random, customer, { day, arr, index, manager: steps.manager });
    if (sold) tracks.push(sold);
    const line: Line = {
      lineId,
      pursuit: { ...(sold?.pursuit ?? pursuit), motion: 'expansion' },
      startsOn: day,
      arr,
    };
    parts.push(makeLine(random, customer, line, EXPANSION_RENEWAL, ending));
    const failed = sold && makeLostExpansion(random, sold, index);
    if (failed) tracks.push(failed);
  });

  const changes: Change[] = parts.flatMap((part) => part.changes);
  const movements = makeMovements(random, changes, { leftOn, manager: steps.manager });
  const end: Moment = leftOn === null ? Number.POSITIVE_INFINITY : leftOn * MINUTES;
  const drafts = steps.drafts.filter(({ at }) => at < end);
  tracks.push({ pursuit, drafts });
  for (const { recordId, draft } of movements) {
    tracks
      .find((track) => track.pursuit.recordId === recordId)
      ?.drafts.push({ ...draft, accountId });
  }
  return { tracks, contracts: parts.flatMap((part) => part.contracts), leftOn };
}
