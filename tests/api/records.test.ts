import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bowtieAnswer } from '#lib/contract/bowtie.ts';
import { errorAnswer } from '#lib/contract/errors.ts';
import { RECORD_FIELDS, type RecordRow, recordsAnswer } from '#lib/contract/records.ts';
import { stayAnswer } from '#lib/contract/stages.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const span = { from: '2026-01-01', to: '2026-04-01' };
const conversion = { ...span, conversion: 'sal>won' };

let db: TestDatabase;
let org: TestOrg;
let slow: TestOrg;

function event(record: number, stage: string, day: number, more: object = {}) {
  const occurred_at = new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString();
  const record_id = `r${record}`;
  const event_id = `${record_id}:${stage}:${day}`;
  const own = { account_id: `a${record}`, owner: record % 2 === 0 ? 'ann' : 'bob' };
  return { event_id, record_id, stage, occurred_at, ...own, ...more };
}

beforeAll(async () => {
  db = await freshDatabase();
  const api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg({ stages: ['sal', 'won'] });
  const amount = { amount: '100', currency: 'USD' };
  const events = Array.from({ length: 12 }, (_, i) => [
    event(i, 'sal', i),
    i % 3 === 0 ? event(i, 'lost', i + 5) : event(i, 'won', i + 10, amount),
    // Two renewals of one record at one instant are two rows.
    ...(i === 4 ? [event(i, 'renewed', 60, amount), event(i, 'expanded', 60)] : []),
    ...(i === 4 ? [{ ...event(i, 'renewed', 60, amount), event_id: 'again' }] : []),
  ]);
  await org.post('/events', { source: 'crm', events: events.flat() });
  const accounts = [
    { account_id: 'a4', name: 'Old name' },
    { account_id: 'a4', name: 'Zebra & Sons', version: 1 },
    { account_id: 'a5', name: 'Acme' },
  ];
  await org.post('/accounts', { source: 'crm', accounts });
  slow = await api.makeOrg({ stages: ['sal', 'won'] });
  // Three win after 10 days: a stay is stuck after 15. Two wait longer, one does not.
  const wins = [0, 1, 2].flatMap((i) => [event(i, 'sal', i), event(i, 'won', i + 10)]);
  const waits = [event(3, 'sal', 2), event(4, 'sal', 70), event(5, 'sal', 80)];
  await slow.post('/events', { source: 'crm', events: [...wins, ...waits] });
});
afterAll(() => db.close());

async function all(query: object, limit = 1): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  let page = {};
  for (;;) {
    const told = await org.get('/records', { ...query, limit, ...page });
    expect(told.status, JSON.stringify(told.body)).toBe(200);
    const { data } = recordsAnswer.parse(told.body);
    rows.push(...data.rows);
    if (data.next_cursor === null) return rows;
    page = { cursor: data.next_cursor };
  }
}

describe('GET /records', () => {
  it('has the events behind the counts of the right side, and the file has them too', async () => {
    const { movements } = bowtieAnswer.parse((await org.get('/bowtie', span)).body).data.total;
    expect(movements).toEqual({ renewed: 2, expanded: 1, contracted: 0, churned: 0 });
    for (const [name, count] of Object.entries(movements)) {
      const rows = await all({ ...span, event: name });
      expect(rows, name).toHaveLength(count);
      const file = await org.get('/records.csv', { ...span, event: name });
      expect(String(file.body).trim().split('\r\n')).toHaveLength(count + 1);
    }
    const [first] = await all({ ...span, event: 'renewed' });
    expect(first).toMatchObject({
      record_id: 'r4',
      account_id: 'a4',
      account_name: 'Zebra & Sons',
      entered_at: '2026-03-02T00:00:00Z',
      amount: '100.00',
      currency: 'USD',
      outcome: null,
    });
  });

  it('names accounts, and sorts by their names', async () => {
    const rows = await all({ ...conversion, sort: 'account_name' });
    expect(rows.slice(0, 3).map((row) => row.account_name)).toEqual(['Acme', 'Zebra & Sons', null]);
    expect(rows).toHaveLength(12);
    const file = String((await org.get('/records.csv', conversion)).body);
    expect(file.split('\r\n')[0]).toBe(RECORD_FIELDS.join(','));
    expect(file).toContain('Zebra & Sons');
  });

  it('picks rows by what is in them', async () => {
    const ids = async (match: string) =>
      (await all({ ...conversion, match })).map((row) => row.record_id);
    expect(await ids('account:zebra')).toEqual(['r4']);
    expect(await ids('account:A5')).toEqual(['r5']);
    expect(await ids('record_id:R1')).toEqual(['r1', 'r10', 'r11']);
    expect(await ids('text:acme,text:R11')).toEqual(['r11', 'r5']);
    expect(await ids('owner:ann,outcome:lost')).toEqual(['r0', 'r6']);
    expect(await ids('outcome:lost,outcome:advanced')).toHaveLength(12);
    expect(await ids('owner:nobody')).toEqual([]);
    expect(await ids('implied:true')).toEqual([]);
    const file = await org.get('/records.csv', { ...conversion, match: 'outcome:lost' });
    expect(String(file.body).trim().split('\r\n')).toHaveLength(5);
  });

  it('tells with the first page how many there are, and jumps to any row', async () => {
    const whole = await all(conversion, 500);
    const page = async (offset: number) =>
      recordsAnswer.parse((await org.get('/records', { ...conversion, limit: 5, offset })).body)
        .data;
    expect(await page(0)).toMatchObject({ count: 12, rows: whole.slice(0, 5) });
    expect(await page(10)).toMatchObject({ count: null, rows: whole.slice(10), next_cursor: null });
    const accounts = { ...span, movement: 'new', limit: 3 };
    const first = recordsAnswer.parse((await org.get('/records', accounts)).body).data;
    expect(first.count).toBe(8);
    const last = await org.get('/records', { ...accounts, offset: 6 });
    expect(recordsAnswer.parse(last.body).data.rows).toHaveLength(2);
  });

  it('knows the days to an end to the millisecond', async () => {
    const ids = async (more: object) => (await all({ ...conversion, ...more })).length;
    expect(await ids({ days_from: 5, days_to: 10 })).toBe(4);
    expect(await ids({ days_from: 10 })).toBe(8);
    expect(await ids({ days_to: '4.99999999' })).toBe(0);
    expect(await ids({ set: 'timed', days_to: '10.00000002' })).toBe(8);
  });

  it('has the stuck ones that the page counts, with the same limit under any filter', async () => {
    const asked = { ...conversion, set: 'stuck', sort: 'entered_at' };
    const ids = async (more: object) =>
      recordsAnswer
        .parse((await slow.get('/records', { ...asked, ...more })).body)
        .data.rows.map((row) => row.record_id);
    const stay = stayAnswer.parse((await slow.get('/stages/stay', conversion)).body).data;
    expect(stay.stuck).toMatchObject({ count: 2, stock: 3, limit_days: 15 });
    expect(await ids({})).toEqual(['r3', 'r4']);
    expect(await ids({ match: 'owner:ann' })).toEqual(['r4']);
    const file = await slow.get('/records.csv', asked);
    expect(String(file.body).trim().split('\r\n')).toHaveLength(3);
  });

  it.each([
    ['event', { ...span, event: 'won' }],
    ['event', { ...conversion, event: 'churned' }],
    ['set', { ...conversion, set: 'best' }],
    ['set', { ...span, stage: 'sal', set: 'skipped' }],
    ['set', { ...conversion, clock: 'period', set: 'skipped' }],
    ['set', { ...conversion, outcome: 'open', set: 'rejected' }],
    ['giver', { ...conversion, set: 'stuck', giver: 'ann' }],
    ['owner', { ...conversion, giver: 'nobody' }],
    ['taker', { ...conversion, outcome: 'lost', taker: 'ann' }],
    ['days_from', { ...conversion, outcome: 'open', days_from: 1 }],
    ['days_to', { ...conversion, days_to: '-1' }],
    ['match', { ...conversion, match: 'colour:red' }],
    ['match', { ...conversion, match: 'red' }],
    ['match', { ...conversion, match: 'owner:\0' }],
    ['giver_role', { ...conversion, giver_role: '\0' }],
    ['offset', { ...conversion, offset: '-1' }],
  ])('refuses a wrong %s', async (path, query) => {
    const told = await org.get('/records', query as Record<string, string>);
    expect(told.status, JSON.stringify(told.body)).toBe(400);
    const { error } = errorAnswer.parse(told.body);
    expect(error.issues?.map((issue) => issue.path)).toContain(path);
  });
});
