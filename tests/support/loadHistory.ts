import { randomUUID } from 'node:crypto';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { takeAccounts } from '#lib/ingest/takeAccounts.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import { putFxRates } from '#lib/store/fxRates.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import { putPodMembers } from '#lib/store/podMembers.ts';
import type { TestDatabase } from './database.ts';
import type { History, OracleOrg } from './oracleHistory.ts';

/** An organization that has received a history through the one write path, in several calls. */
export async function loadHistory(
  { pool }: TestDatabase,
  settings: OracleOrg,
  history: History,
  now: number,
): Promise<Org> {
  const slug = `org-${randomUUID().slice(0, 18)}`;
  const input = { slug, name: slug, ...settings, stages: [...settings.stages] };
  const org = await createOrg(pool, input, { id: randomUUID(), now: new Date(now) });
  const write = <T>(work: (tx: Tx) => Promise<T>) => inOrg(pool, org.id, 'write', work);
  const arrival = { receivedAt: now, importId: null };
  const half = Math.floor(history.events.length / 2);
  for (const part of [history.events.slice(0, half), history.events.slice(half)]) {
    for (const [source, rows] of runs(part)) {
      const taken = await write((tx) => takeEvents(tx, org, source, rows, arrival));
      if (taken.quarantined > 0) throw new Error(JSON.stringify(taken.rows));
    }
    // Accounts arrive between the events, so that some of these are derived anew.
    for (const [source, rows] of part === history.events ? [] : runs(history.accounts)) {
      await write((tx) => takeAccounts(tx, org, source, rows, arrival));
    }
  }
  for (const [source, rows] of runs(history.contracts)) {
    await write((tx) => takeContracts(tx, org, source, rows, arrival));
  }
  await write(async (tx) => {
    await putPodMembers(tx, history.pods.map(toMember));
    await putFxRates(tx, history.rates.map(toRate));
  });
  await rebuildOrg(pool, org.id);
  return org;
}

/** Makes every value that a random question may ask for known to the organization. */
export async function knowValues({ pool }: TestDatabase, org: Org, where: object[]): Promise<void> {
  const seen = new SeenValues();
  for (const filters of where) {
    for (const [name, values] of Object.entries(filters)) {
      const dimension = DIMENSIONS.find((one) => one === name);
      for (const value of values as string[]) if (dimension) seen.add(dimension, value);
    }
  }
  await inOrg(pool, org.id, 'write', (tx) => addDimensionValues(tx, seen));
}

/** Neighbouring rows of one source, without the source: one call each, order kept. */
function runs<R extends { source: string }>(rows: readonly R[]): [string, Omit<R, 'source'>[]][] {
  const found: [string, Omit<R, 'source'>[]][] = [];
  for (const { source, ...row } of rows) {
    const last = found.at(-1);
    if (last?.[0] === source) last[1].push(row);
    else found.push([source, [row]]);
  }
  return found;
}

function toMember({ pod, owner, from_date, to_date }: History['pods'][number]) {
  return { pod, owner, fromDate: from_date, toDate: to_date };
}

function toRate({ date, currency, rate }: History['rates'][number]) {
  return { onDate: date, currency, rate };
}
