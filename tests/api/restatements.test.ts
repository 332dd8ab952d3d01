import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restatementAnswer } from '#lib/contract/restatements.ts';
import type { RawRow } from '#lib/ingest/readText.ts';
import { takeAccounts } from '#lib/ingest/takeAccounts.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { closedWeeks } from '#lib/store/closedWeeks.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { History } from '#tests/support/oracleHistory.ts';
import { randomHistories } from '#tests/support/randomHistory.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const EARLY = '2026-04-01T00:00:00.000Z';
const SINCE = '2026-04-08T12:00:00.000Z';
const LATE = '2026-04-10T00:00:00.000Z';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function restated({ get }: TestOrg, since = SINCE) {
  const { status, body } = await get('/restatements', { since });
  expect(status, JSON.stringify(body)).toBe(200);
  return restatementAnswer.parse(body).data;
}

const event = (event_id: string, record_id: string, stage: string, day: string, more = {}) => ({
  ...{ event_id, record_id, stage, occurred_at: `2026-${day}T10:00:00Z` },
  ...more,
});

describe('GET /restatements', () => {
  it('says what past weeks said then and say now, and what brought the change', async () => {
    const api = await testApi(db, EARLY);
    const org = await api.makeOrg({ stages: ['mql', 'won'] });
    const paid = { amount: '100.50', currency: 'USD' };
    const first = [
      event('1', 'a', 'mql', '03-03'),
      event('2', 'a', 'won', '03-10', paid),
      event('3', 'b', 'mql', '03-04'),
      event('4', 'c', 'Later', '03-05'),
    ];
    await org.post('/events', { source: 'crm', events: first });
    expect(await restated(org)).toMatchObject({ known_then: true, records: 0, changed: 0 });

    api.clock.now = new Date(LATE);
    // A corrected date, a late win, one of this week; and a row that was held back.
    const more = [event('3', 'b', 'mql', '03-11'), event('5', 'b', 'won', '03-12', paid)];
    await org.post('/events', {
      source: 'crm',
      events: [...more, event('6', 'd', 'mql', '04-07')],
    });
    await org.post('/events', { source: 'ads', events: [event('7', 'e', 'mql', '03-11')] });
    await api.request('/api/v1/stage-map', {
      method: 'PUT',
      headers: { authorization: `Bearer ${org.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ stages: { Later: 'mql' } }),
    });
    await org.post('/quarantine/replay', {});
    const told = await restated(org);
    expect(told).toMatchObject({ records: 4, changed: 3, first_arrival_at: EARLY, settings: [] });
    const crm = { import_id: null, file_name: null, source: 'crm', amount: '0.00' };
    expect(told.figures).toEqual([
      {
        ...{ week: '2026-03-09', stage: 'mql', entries_then: 0, entries_now: 2 },
        ...{ amount_then: '0.00', amount_now: '0.00' },
        causes: [
          { ...crm, entries: 1 },
          { ...crm, source: 'ads', entries: 1 },
        ],
      },
      {
        ...{ week: '2026-03-09', stage: 'won', entries_then: 1, entries_now: 2 },
        ...{ amount_then: '100.50', amount_now: '201.00' },
        causes: [{ ...crm, entries: 1, amount: '100.50' }],
      },
    ]);
    // b left the week of March 2 and c, held back till now, came into it: nothing changed there.
  });

  it('knows nothing of a time before anything came', async () => {
    const api = await testApi(db, LATE);
    const org = await api.makeOrg();
    await org.post('/events', { source: 'crm', events: [event('1', 'a', 'mql', '03-03')] });
    expect(await restated(org, '2026-04-05')).toMatchObject({
      ...{ known_then: false, figures: [], since: '2026-04-05T00:00:00.000Z' },
    });
    expect((await org.get('/restatements', {})).status).toBe(400);
    expect((await org.get('/restatements', { since: 'gestern' })).status).toBe(400);
  });

  it('tells changed settings apart, with what each did', async () => {
    const api = await testApi(db, EARLY);
    const org = await api.makeOrg();
    await org.post('/events', { source: 'crm', events: [event('1', 'a', 'mql', '03-03')] });
    api.clock.now = new Date(LATE);
    await api.request('/api/v1/org', {
      method: 'PATCH',
      headers: { 'x-bowtie-org': org.org.slug, host: 'localhost' },
      body: JSON.stringify({ stages: ['mql', 'won'] }),
    });
    const { figures, settings } = await restated(org);
    expect(figures).toEqual([]);
    expect(settings).toMatchObject([
      {
        ...{ kind: 'org', changes: { stages: ['mql', 'won'] }, finished_at: LATE },
        figures: [{ week: '2026-03-02', stage: 'prospect', before: 1, after: 0 }],
      },
    ]);
  });

  const cases = randomHistories(41, 6, 1).map((one, index) => ({ ...one, index }));
  it.each(cases)('agrees with an organization that never saw the rest: $index', async (one) => {
    const api = await testApi(db, EARLY);
    const { time_zone, currency, stages } = one.org;
    const settings = { time_zone, currency, stages: [...stages] };
    const [all, part] = [await api.makeOrg(settings), await api.makeOrg(settings)];
    const { events, accounts } = one.history;
    const half = Math.floor(events.length / 2);
    for (const { org } of [all, part]) await take(org, { events: events.slice(0, half) }, EARLY);
    await take(all.org, { events: events.slice(half), accounts }, LATE);
    const told = await restated(all);
    const [now, then] = [await weeks(all.org), await weeks(part.org)];
    for (const figure of told.figures) {
      const key = `${figure.week} ${figure.stage}`;
      expect(now.get(key) ?? '0 0.00').toBe(`${figure.entries_now} ${figure.amount_now}`);
      expect(then.get(key) ?? '0 0.00').toBe(`${figure.entries_then} ${figure.amount_then}`);
      const brought = figure.causes.reduce((sum, { entries }) => sum + entries, 0);
      expect(figure.entries_then + brought).toBe(figure.entries_now);
      now.delete(key);
      then.delete(key);
    }
    if (told.known_then) expect(now).toEqual(then);
  });
});

async function take(org: Org, history: Partial<History>, at: string): Promise<void> {
  const arrival = { receivedAt: Date.parse(at), importId: null };
  await inOrg(db.pool, org.id, 'write', async (tx) => {
    for (const [source, rows] of inTurn(history.events ?? [])) {
      await takeEvents(tx, org, source, rows as RawRow[], arrival);
    }
    for (const [source, rows] of inTurn(history.accounts ?? [])) {
      await takeAccounts(tx, org, source, rows as RawRow[], arrival);
    }
  });
}

/** Neighbouring rows of one source: one call each, order kept. */
function inTurn<R extends { source: string }>(rows: readonly R[]): [string, object[]][] {
  const calls: [string, object[]][] = [];
  for (const { source, ...row } of rows) {
    const last = calls.at(-1);
    if (last?.[0] === source) last[1].push(row);
    else calls.push([source, [row]]);
  }
  return calls;
}

async function weeks({ id, timeZone: zone, weekStart }: Org): Promise<Map<string, string>> {
  const until = { zone, weekStart, now: new Date(SINCE) };
  const found = await inOrg(db.pool, id, 'read', (tx) => closedWeeks(tx, until, 'stage_entry'));
  return new Map(found.map((one) => [`${one.week} ${one.stage}`, `${one.entries} ${one.amount}`]));
}
