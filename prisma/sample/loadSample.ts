import type { Pool } from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Taken } from '#lib/ingest/line.ts';
import { takeAccounts } from '#lib/ingest/takeAccounts.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { putCosts } from '#lib/store/costs.ts';
import { putFxRates } from '#lib/store/fxRates.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import { putPeople } from '#lib/store/people.ts';
import { putPodMembers } from '#lib/store/podMembers.ts';
import { makeSample, SAMPLE_ORG } from './makeSample.ts';
import { publishPlan } from './publishPlan.ts';

export const SAMPLE_SEED = 20;
const SOURCE = 'sample-crm';

export type LoadedSample = { org: Org; events: number; accounts: number; contracts: number };

function mustTakeAll(what: string, taken: Taken): number {
  if (taken.accepted === taken.received) return taken.accepted;
  const first = taken.rows[0];
  throw new Error(`the sample's ${what} were not all taken: ${first?.code} ${first?.message}`);
}

/** Creates the sample organization: its history up to yesterday and the plan of its year. */
export async function loadSample(
  pool: Pool,
  now: Date,
  newId: () => string,
): Promise<LoadedSample> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(SAMPLE_ORG.time_zone)
    .toPlainDate()
    .toString();
  const sample = makeSample({ seed: SAMPLE_SEED, today });
  const id = newId();
  const arrival = { receivedAt: now.getTime(), importId: null };
  return inOrg(pool, id, 'write', async (tx) => {
    const org = await createOrg(tx.client, { ...sample.org, isSample: true }, { id, now });
    // Before the events: they are derived with what is known by then.
    await putPeople(tx, sample.people);
    await putPodMembers(tx, sample.podMembers);
    await putFxRates(tx, sample.rates);
    await putCosts(tx, sample.costs);
    const accounts = await takeAccounts(tx, org, SOURCE, sample.accounts, arrival);
    const contracts = await takeContracts(tx, org, SOURCE, sample.contracts, arrival);
    const events = await takeEvents(tx, org, SOURCE, sample.events, arrival);
    const loaded = {
      org,
      accounts: mustTakeAll('accounts', accounts),
      contracts: mustTakeAll('contracts', contracts),
      events: mustTakeAll('events', events),
    };
    await publishPlan(tx, org, now, newId);
    return loaded;
  });
}
