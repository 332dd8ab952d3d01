import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

let db: TestDatabase;
let org: Org;
beforeAll(async () => {
  db = await freshDatabase();
  org = await createOrg(
    db.pool,
    { slug: 'acme', name: 'Acme', time_zone: 'UTC', currency: 'USD' },
    { id: '00000000-0000-4000-8000-000000000001', now: new Date(0) },
  );
});
afterAll(async () => {
  await db.close();
});

const receivedAt = Date.parse('2026-06-01T00:00:00Z');
const take = (rows: Record<string, unknown>[], source = 'crm') =>
  inOrg(db.pool, org.id, 'write', (tx) =>
    takeEvents(tx, org, source, rows, { receivedAt, importId: null }),
  );

describe('takeEvents', () => {
  it('answers per row and keeps what it can', async () => {
    const at = '2026-01-05T00:00:00Z';
    const first = await take([
      { event_id: '1', record_id: 'a', stage: 'mql', occurred_at: at },
      { event_id: '1', record_id: 'a', stage: 'mql', occurred_at: at },
      { event_id: '2', record_id: 'a', stage: 'sql', occurred_at: '2026-01-08', version: 2 },
    ]);
    expect(first).toEqual({
      received: 3,
      accepted: 2,
      duplicates: 1,
      quarantined: 0,
      ignored: 0,
      rows: [{ index: 1, status: 'duplicate', code: 'duplicate', message: '' }],
    });
    const second = await take([
      { event_id: '2', record_id: 'a', stage: 'sql', occurred_at: '2026-01-30', version: 1 },
      { event_id: '1', record_id: 'a', stage: 'mql', occurred_at: '2026-01-06' },
      { event_id: '3', record_id: 'b', stage: 'nonsense', occurred_at: '2026-01-06' },
      { event_id: '4', record_id: 'b', stage: 'mql', occurred_at: '2026-02-30' },
    ]);
    expect(second).toMatchObject({ accepted: 2, quarantined: 2 });
    expect(second.rows).toEqual([
      {
        index: 2,
        status: 'quarantined',
        code: 'unknown_stage',
        message: "unknown stage 'nonsense'",
      },
      {
        index: 3,
        status: 'quarantined',
        code: 'invalid_date',
        message: "not a date or time: '2026-02-30'",
      },
    ]);
    const entries = await db.owner.query(
      'select record_id, stage, rule, entered_at from stage_entry order by entered_at',
    );
    expect(entries.rows.filter((row) => row.stage === 'sql')[0].entered_at).toEqual(
      new Date('2026-01-08T00:00:00Z'),
    );
  });
});
