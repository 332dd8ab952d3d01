import { LADDER } from '#lib/bowtie/stages.ts';
import { addMonths, dayOf, instantWriter, MINUTES } from './calendar.ts';
import { finishRecord } from './finishRecord.ts';
import { makeAccounts } from './makeAccounts.ts';
import { makeCosts } from './makeCosts.ts';
import { makeCustomer, type RightSide } from './makeCustomer.ts';
import { makeInstalled } from './makeInstalled.ts';
import { makeLead } from './makeLead.ts';
import { makeProspects } from './makeProspects.ts';
import { makeRates } from './makeRates.ts';
import { makeWinBack } from './makeWinBack.ts';
import { createRandom, type Random } from './random.ts';
import { makeTeam } from './team.ts';
import { type Customer, type Sample, type SampleContract, type SampleOrg, TIERS } from './types.ts';
import type { World } from './world.ts';

export const SAMPLE_ORG: SampleOrg = {
  slug: 'aurora-cloud',
  name: 'Aurora Cloud',
  time_zone: 'America/New_York',
  currency: 'USD',
  week_start: 'mon',
  fiscal_start_month: 1,
  stages: [...LADDER],
  renewal_grace_days: 30,
  order: { segment: [...TIERS] },
};
const MONTHS = 24;

type Tracks = RightSide['tracks'];
type Life = { tracks: Tracks; contracts: SampleContract[] };

/** A customer's right side, and the life after it where the customer came back. */
function liveOn(world: World, random: Random, customer: Customer, life: Life): void {
  const { tracks, contracts, leftOn } = makeCustomer(world, random.fork('customer'), customer);
  life.tracks.push(...tracks);
  life.contracts.push(...contracts);
  if (leftOn === null || leftOn < world.start) return;
  const back = makeWinBack(world, random.fork('back'), customer, leftOn);
  if (!back) return;
  life.tracks.push({ pursuit: back.customer.pursuit, drafts: back.drafts });
  if (back.customer.wonAt >= world.today * MINUTES) return;
  liveOn(world, random.fork('again'), back.customer, life);
}

/** One track per record: what came before the knot and what came after it. */
function byRecord(tracks: Tracks): Tracks {
  const records = new Map<string, Tracks[number]>();
  for (const { pursuit, drafts } of tracks) {
    const seen = records.get(pursuit.recordId);
    if (seen) seen.drafts.push(...drafts);
    else records.set(pursuit.recordId, { pursuit, drafts: [...drafts] });
  }
  return [...records.values()];
}

/**
 * A whole invented company with 24 months of history up to the day before `today`, and with stories
 * to find in it. The same seed and day give the same sample.
 */
export function makeSample({ seed, today: text }: { seed: number; today: string }): Sample {
  const random = createRandom(seed);
  const today = dayOf(text);
  const { accounts, accountFor } = makeAccounts();
  const team = makeTeam(today);
  const world: World = { today, start: addMonths(today, -MONTHS), team, accountFor };
  const cutoff = today * MINUTES;
  const life: Life = { tracks: [], contracts: [] };

  for (const customer of makeInstalled(world, random.fork('installed'))) {
    liveOn(world, random.fork(customer.pursuit.recordId), customer, life);
  }
  const prospects = makeProspects(world, random.fork('prospects'));
  for (const { pursuit, bornAt } of prospects) {
    const draws = random.fork(pursuit.recordId);
    const { drafts, customer } = makeLead(world, draws, pursuit, bornAt);
    life.tracks.push({ pursuit, drafts });
    if (customer && customer.wonAt < cutoff) liveOn(world, draws, customer, life);
  }

  const clock = {
    start: world.start * MINUTES,
    cutoff,
    toInstant: instantWriter(SAMPLE_ORG.time_zone),
  };
  const events = byRecord(life.tracks)
    .flatMap(({ pursuit, drafts }) =>
      finishRecord(random.fork(`finish ${pursuit.recordId}`), pursuit, drafts, clock),
    )
    .sort((a, b) => a.arrival - b.arrival)
    .map(({ event }) => event);
  // Accounts of pursuits that have not come that far yet are still unknown.
  const met = new Set([...events, ...life.contracts].map(({ account_id }) => account_id));
  return {
    org: SAMPLE_ORG,
    people: team.people,
    podMembers: team.podMembers,
    accounts: accounts.filter(({ account_id }) => met.has(account_id)),
    events,
    contracts: life.contracts,
    costs: makeCosts(world, random.fork('costs'), prospects),
    rates: makeRates(world, random.fork('rates')),
  };
}
