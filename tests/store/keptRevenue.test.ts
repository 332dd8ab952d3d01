import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { loadHistory } from '#tests/support/loadHistory.ts';
import { LADDER } from '#tests/support/oracleHistory.ts';
import { toQuery } from '#tests/support/oracleWire.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const settings = { time_zone: 'UTC', currency: 'USD', stages: LADDER };
const nothing = { events: [], accounts: [], pods: [], rates: [], contracts: [] };

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function win(org: Org, id: string, day: string, amount: string): Promise<void> {
  const row = { event_id: id, record_id: id, stage: 'won', occurred_at: `${day}T09:00:00Z` };
  const rows = [{ ...row, amount, currency: 'USD' }];
  const arrival = { receivedAt: NOW, importId: null };
  await inOrg(db.pool, org.id, 'write', (tx) => takeEvents(tx, org, 'crm', rows, arrival));
}

async function endArr(org: Org): Promise<string | undefined> {
  const query = toQuery({ from: '2026-01-01', to: '2026-03-01' });
  const { data } = await getBowtie({ pool: db.pool, org }, query, new Date(NOW));
  return data.total.loop?.end_arr;
}

it('revenue told by events stays in memory only until one changes', async () => {
  const org = await loadHistory(db, settings, nothing, NOW);
  await foldOrg(db.pool, org.id);
  await win(org, 'a', '2026-01-05', '100');
  expect(await endArr(org)).toBe('100.00');
  expect(await endArr(org)).toBe('100.00');
  await win(org, 'b', '2026-01-04', '20');
  expect(await endArr(org)).toBe('120.00');
  await foldOrg(db.pool, org.id);
  expect(await endArr(org)).toBe('120.00');
  await db.owner.query(`update stage_event set amount = 30 where org_id = $1 and event_id = 'b'`, [
    org.id,
  ]);
  await rebuildOrg(db.pool, org.id);
  expect(await endArr(org)).toBe('130.00');
});
