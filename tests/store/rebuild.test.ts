import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { loadRates } from '#lib/ingest/loadRates.ts';
import type { RawRow } from '#lib/ingest/readText.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { takeAccounts } from '#lib/ingest/takeAccounts.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import { putPodMembers } from '#lib/store/podMembers.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { History, RawContract } from '#tests/support/oracleHistory.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';
import { historyArbitrary, RANDOM_NOW } from '#tests/support/randomHistory.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

const arrival = { receivedAt: RANDOM_NOW, importId: null };

async function makeOrg(): Promise<Org> {
  const id = randomUUID();
  const settings = { slug: `o${id.slice(0, 8)}`, name: 'o', time_zone: 'Europe/Berlin' };
  return createOrg(db.pool, { ...settings, currency: 'USD' }, { id, now: new Date(0) });
}

type Step = { kind: 'events' | 'accounts' | 'contracts'; source: string; rows: RawRow[] };

const TAKE = { events: takeEvents, accounts: takeAccounts, contracts: takeContracts };

async function take(org: Org, step: Step): Promise<void> {
  const taken = await inOrg(db.pool, org.id, 'write', (tx) =>
    TAKE[step.kind](tx, org, step.source, step.rows, arrival),
  );
  const { received, accepted, duplicates, quarantined, ignored } = taken;
  expect(accepted + duplicates + quarantined + ignored).toBe(received);
}

/** Everything derived, as text; the organization's id is the only thing that may differ. */
async function derived(org: Org): Promise<string> {
  const tables = [
    ...['stage_entry', 'record_span', 'movement', 'dimension_value'],
    ...['arr_unit', 'arr_cell', 'contract_term'],
  ];
  const all = [];
  for (const table of tables) {
    const rows = await db.owner.query(
      `select to_jsonb(t) - 'org_id' as row from ${table} t where org_id = $1 order by 1`,
      [org.id],
    );
    all.push({ table, rows: rows.rows.map(({ row }) => row) });
  }
  return JSON.stringify(all, null, 1);
}

/** Without equal versions of one identity: between those the order of arrival may count. */
function steps(history: History, versioned: boolean): Step[] {
  const events = history.events.map((row, index) => {
    return versioned ? { ...row, version: index } : row;
  });
  const accounts = history.accounts.map((row, index) => {
    return versioned ? { ...row, version: index } : row;
  });
  const contracts = randomContracts(events.length, 12).map((row, index) => {
    // Pairs share an id: the later one takes the place of the earlier, often on another account.
    const same = { ...row, contract_id: `c${index >> 1}` };
    return versioned ? { ...same, version: index } : same;
  });
  return [
    ...contracts.slice(0, 5).map(contractStep),
    ...accounts.map(({ source, ...row }): Step => ({ kind: 'accounts', source, rows: [row] })),
    ...chunked(events, 20).map((rows): Step => ({ kind: 'events', source: 'x', rows })),
    ...contracts.slice(5).map(contractStep),
  ];
}

function contractStep({ source, ...row }: RawContract): Step {
  return { kind: 'contracts', source, rows: [row] };
}

function chunked<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}

async function putRest(org: Org, history: History): Promise<void> {
  await inOrg(db.pool, org.id, 'write', (tx) =>
    putPodMembers(
      tx,
      history.pods.map(({ pod, owner, from_date, to_date }) => ({
        ...{ pod, owner, fromDate: from_date, toDate: to_date },
      })),
    ),
  );
  const rates = history.rates.map(({ date, currency, rate }) => ({ onDate: date, currency, rate }));
  const deps = { now: () => new Date(RANDOM_NOW), newId: randomUUID };
  await loadRates(db.pool, org.id, rates, deps);
}

describe('derived rows', () => {
  it('are the same after a rebuild as after every single write', async () => {
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async (history) => {
        const org = await makeOrg();
        await putRest(org, history);
        for (const step of steps(history, false)) await take(org, step);
        const incremental = await derived(org);
        expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
        await rebuildOrg(db.pool, org.id);
        expect(await derived(org)).toBe(incremental);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it('are the same for any order of arrival, and when everything arrives again', async () => {
    const order = fc.array(fc.nat(), { minLength: 400, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(historyArbitrary, order, async (history, weights) => {
        const [org, other] = [await makeOrg(), await makeOrg()];
        const all = steps(history, true).flatMap((step) =>
          step.rows.map((row): Step => ({ ...step, rows: [row] })),
        );
        const whole = (kind: Step['kind']) => all.filter((step) => step.kind === kind);
        for (const kind of ['accounts', 'events', 'contracts'] as const) {
          for (const [source, part] of Map.groupBy(whole(kind), (step) => step.source)) {
            await take(org, { kind, source, rows: part.flatMap((step) => step.rows) });
          }
        }
        await putRest(org, history);
        await putRest(other, history);
        const shuffled = all
          .map((step, at) => ({ step, weight: weights[at % weights.length] ?? 0 }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ step }) => step);
        for (const batch of chunked(shuffled, 7)) for (const step of batch) await take(other, step);
        expect(await derived(other)).toBe(await derived(org));
        for (const step of steps(history, true)) await take(other, step);
        expect(await derived(other)).toBe(await derived(org));
      }),
      { numRuns: 6, seed: 11 },
    );
  });
});
