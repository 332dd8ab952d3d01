import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPlanTrack } from '#lib/reports/track/getPlanTrack.ts';
import { deleteOrg, ORG_TABLES } from '#lib/store/deleteOrg.ts';
import { findOrg } from '#lib/store/orgs.ts';
import { loadSample } from '#prisma/sample/loadSample.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const now = new Date('2026-11-23T02:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function count(table: string, orgId: string): Promise<number> {
  const text = `select count(*)::int as n from ${table} where org_id = $1`;
  return (await database.owner.query(text, [orgId])).rows[0].n;
}

// Seconds where the machine is free, more where others work.
const timeout = 180_000;

describe('loading the sample', { timeout }, () => {
  test('takes every row, publishes a plan that mid misses, and goes without a trace', async () => {
    const { org, events, accounts, contracts } = await loadSample(database.pool, now, randomUUID);
    expect(org).toMatchObject({ isSample: true, order: { segment: ['small', 'mid', 'key'] } });
    expect(await count('stage_event', org.id)).toBe(events);
    expect(await count('account', org.id)).toBe(accounts);
    expect(await count('contract', org.id)).toBe(contracts);
    expect(await count('quarantine', org.id)).toBe(0);
    expect(await count('stage_entry', org.id)).toBeGreaterThan(30_000);
    expect(await count('person', org.id)).toBe(41);
    expect(await count('cost', org.id)).toBe(25 * 15);

    const future = await database.owner.query(
      'select count(*)::int as n from stage_event where occurred_at > $1',
      [now],
    );
    expect(future.rows[0].n).toBe(0);
    const unconverted = await database.owner.query(
      `select count(*)::int as n from stage_entry
       where amount is not null and amount_reporting is null`,
    );
    expect(unconverted.rows[0].n).toBe(0);

    const { track } = (await getPlanTrack({ pool: database.pool, org }, {}, now)).data;
    expect(track?.plan).toMatchObject({ name: 'Aurora 2026', start: '2026-01-01' });
    const of = (tier: string, stage: string) =>
      track?.segments.find(({ key }) => key === tier)?.stages.find((line) => line.stage === stage)
        ?.status;
    // Its leads came as planned; what broke is the hand-off after them.
    expect([of('mid', 'sql'), of('mid', 'sal'), of('mid', 'won')]).toEqual([
      'ahead',
      'behind',
      'behind',
    ]);
    expect([of('small', 'sal'), of('key', 'sal')]).toEqual(['ahead', 'ahead']);

    await expect(loadSample(database.pool, now, randomUUID)).rejects.toThrow('exists');
    expect(await findOrg(database.pool, org.slug)).not.toBeNull();

    await deleteOrg(database.pool, org.id);
    expect(await findOrg(database.pool, org.slug)).toBeNull();
    for (const table of ORG_TABLES) expect(await count(table, org.id)).toBe(0);
  });
});

describe('a load that is cut off', { timeout }, () => {
  test('leaves nothing behind, so that the next start loads again', async () => {
    await database.owner.query('alter table movement add constraint full_disk check (false)');
    await expect(loadSample(database.pool, now, randomUUID)).rejects.toThrow('full_disk');
    expect(await findOrg(database.pool, 'aurora-cloud')).toBeNull();
    await database.owner.query('alter table movement drop constraint full_disk');
  });
});
