import { dayOfMoment, type Moment } from './calendar.ts';
import { CURVES } from './curves.ts';
import { makeDeal } from './makeDeal.ts';
import type { Random } from './random.ts';
import { chanceOf } from './stories.ts';
import type { Customer, Draft, Pursuit, Role, Step, Tier } from './types.ts';
import { later } from './workTime.ts';
import type { Walk, World } from './world.ts';

const STEPS = [
  { step: 'prospect>mql', from: 'prospect', to: 'mql' },
  { step: 'mql>sql', from: 'mql', to: 'sql' },
  { step: 'sql>sal', from: 'sql', to: 'sal' },
] as const;

type Before = 'prospect' | 'mql' | 'sql' | 'sal';

/** Each tier has its own coverage; inbound prospects belong to marketing, to nobody by name. */
const COVERAGE: Record<
  Tier,
  { inbound: Record<Before, Role | null>; outbound: Record<Before, Role | null> }
> = {
  small: {
    inbound: { prospect: null, mql: 'MDR', sql: 'MDR', sal: 'AE' },
    outbound: { prospect: 'MDR', mql: 'MDR', sql: 'MDR', sal: 'AE' },
  },
  mid: {
    inbound: { prospect: null, mql: 'MDR', sql: 'SDR', sal: 'AE' },
    outbound: { prospect: 'SDR', mql: 'SDR', sql: 'SDR', sal: 'AE' },
  },
  key: {
    inbound: { prospect: 'ADR', mql: 'ADR', sql: 'SDR', sal: 'KA' },
    outbound: { prospect: 'ADR', mql: 'ADR', sql: 'SDR', sal: 'KA' },
  },
};

function handOver(world: World, random: Random, pursuit: Pursuit, stage: Before, walk: Walk): void {
  const path = pursuit.channel === 'Outbound' ? 'outbound' : 'inbound';
  const role = COVERAGE[pursuit.tier][path][stage];
  if (role === null || role === walk.role) return;
  const day = dayOfMoment(walk.at);
  // Key accounts go to whoever leads them, whatever the pod of the door opener.
  const near = role === 'KA' ? null : walk.pod;
  walk.owner = world.team.assign(random, role, pursuit.tier, day, near);
  walk.role = role;
  walk.pod = world.team.podOf(walk.owner, day);
}

function leak(random: Random, { tier }: Pursuit, step: Step, walk: Walk): void {
  if (random.chance(CURVES[tier].forgotten[step])) return;
  const stage = step !== 'prospect>mql' && random.chance(0.3) ? 'lost' : 'no_decision';
  walk.drafts.push({ stage, at: later(random, walk.at, CURVES[tier].leaks[step]) });
}

function step(random: Random, pursuit: Pursuit, of: Step, walk: Walk): void {
  const sameDay = of === 'sql>sal' && random.chance(0.04);
  walk.at = sameDay
    ? walk.at + random.whole(0, 4)
    : later(random, walk.at, CURVES[pursuit.tier].lags[of]);
}

/** Reps forget to log a step, or log it after the fact. */
function blemish(random: Random, drafts: Draft[]): Draft[] {
  const sal = drafts.find(({ stage }) => stage === 'sal');
  const sql = drafts.find(({ stage }) => stage === 'sql');
  if (!sal || !sql) return drafts;
  if (random.chance(0.03)) return drafts.filter((draft) => draft !== sql);
  if (random.chance(0.015)) sql.at = sal.at + random.whole(60, 900);
  return drafts;
}

/** One pursuit from the first contact to its end; right-censoring is done by who reads it. */
export function makeLead(
  world: World,
  random: Random,
  pursuit: Pursuit,
  bornAt: Moment,
): { drafts: Draft[]; customer: Customer | null } {
  const walk: Walk = { drafts: [], at: bornAt, owner: undefined, role: null, pod: null };
  const accountFrom = { small: 'sql', mid: 'mql', key: 'prospect' }[pursuit.tier];
  let accountId: string | null = null;
  const enter = (stage: Before): void => {
    handOver(world, random, pursuit, stage, walk);
    const draft: Draft = { stage, at: walk.at, ...(walk.owner ? { owner: walk.owner } : {}) };
    if (stage === accountFrom) {
      accountId = world.accountFor(random, pursuit);
      draft.accountId = accountId;
    }
    walk.drafts.push(draft);
  };
  enter('prospect');
  for (const { step: of, to } of STEPS) {
    const day = dayOfMoment(walk.at);
    const { tier, channel } = pursuit;
    const owner = walk.owner ?? '';
    const chance = chanceOf({
      tier,
      step: of,
      channel,
      day,
      today: world.today,
      pod: walk.pod,
      owner,
    });
    if (!random.chance(chance)) {
      leak(random, pursuit, of, walk);
      return { drafts: walk.drafts, customer: null };
    }
    step(random, pursuit, of, walk);
    enter(to);
  }
  const customer = makeDeal(world, random, pursuit, walk, accountId ?? pursuit.recordId);
  return { drafts: blemish(random, walk.drafts), customer };
}
