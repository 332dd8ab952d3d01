import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptRows } from '#lib/store/derived/keptRows.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const KNOWN = '00000000-0000-4000-8000-00000000000a';
const NEW = '00000000-0000-4000-8000-00000000000b';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(`
    insert into stage_event (org_id, source, event_id, version, content_hash, received_at, line,
      record_id, stage, stage_as_written, occurred_at)
    select '${KNOWN}', 'crm', 'e' || n, 0, '', now(), n, 'r' || n, 'mql', 'mql', now()
    from generate_series(1, 20000) as n`);
  await db.owner.query('analyze stage_event');
});
afterAll(() => db.close());

// An organization that came after the last analyze: its first import must not read all its rows.
test.each([
  ['a record', `record_id = 'r1'`, 'record_id'],
  ['an event', `source = 'crm' and event_id = 'e1'`, 'event_id'],
  ['an account', `account_id = 'a1'`, 'account_id'],
])('%s of an organization without statistics is found by its own index', async (_, where, key) => {
  const plan = await db.owner.query<{ 'QUERY PLAN': string }>(
    `explain select * from stage_event where org_id = '${NEW}' and ${where}`,
  );
  const lines = plan.rows.map((row) => row['QUERY PLAN']);
  expect(lines.find((line) => line.includes('Index Cond'))).toContain(key);
});

// Of a small table any index that begins with org_id looks as good as the one that has the record.
test('derived rows of a record are found without a look at others', async () => {
  await db.owner.query(`
    insert into movement (org_id, record_id, ordinal, movement, occurred_at, segment, channel,
      owner, pod, motion, product, region)
    select '${NEW}', 'r' || n, 1, 'won', now() - n * interval '1 minute', 'mid', 'ads', 'owner 12',
      'unknown', 'new_business', 'unknown', 'unknown'
    from generate_series(1, 600) as n`);
  await inOrg(db.pool, NEW, 'write', async (tx) => {
    const { movements } = await keptRows(tx, ['r5', 'r7', 'none']);
    expect([...movements.keys()].sort()).toEqual(['r5', 'r7']);
    const read = await tx.client.query<{ rows: number }>(
      `select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables
       where relname = 'movement'`,
    );
    expect(read.rows[0]?.rows).toBe(2);
  });
});
