import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountAnswer } from '#lib/contract/account.ts';
import { loopAnswer } from '#lib/contract/loop.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let bare: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  const api = await testApi(db, '2026-06-15T12:00:00Z');
  org = await api.makeOrg();
  bare = await api.makeOrg();
  await org.post('/accounts', {
    source: 'crm',
    accounts: [{ account_id: 'a', name: 'Alder Ltd', segment: 'small' }],
  });
  await org.post('/contracts', { source: 'crm', contracts: CONTRACTS });
  const told = await bare.post('/events', {
    source: 'crm',
    events: [event('1', 'won', '2025-03-02'), event('2', 'expanded', '2026-02-02')],
  });
  expect(told.status).toBe(200);
});
afterAll(() => db.close());

const CONTRACTS = [
  contract('a1', 'a', '2025-01-10', '2026-01-10', '1000'),
  contract('a2', 'a', '2026-01-10', '2027-01-10', '1200'),
  contract('b1', 'b', '2025-02-01', '2026-02-01', '500'),
  contract('b2', 'b', '2026-02-01', '2026-07-01', '400'),
  contract('c1', 'c', '2025-06-01', '2026-06-01', '300'),
  contract('d1', 'd', '2025-05-01', '2026-08-01', '50', { cancelled_on: '2026-03-01' }),
];

function contract(
  contract_id: string,
  account_id: string,
  starts_on: string,
  ends_on: string,
  arr: string,
  more: object = {},
) {
  return { contract_id, account_id, starts_on, ends_on, arr, currency: 'USD', ...more };
}

function event(event_id: string, stage: string, day: string) {
  const money = { amount: '100', currency: 'USD' };
  return { event_id, record_id: 'r', stage, occurred_at: `${day}T09:00:00Z`, ...money };
}

async function loop(of: TestOrg, query: Record<string, string> = {}) {
  const asked = { from: '2026-01-01', to: '2026-07-01', grain: 'quarter', ...query };
  const { status, body } = await of.get('/loop', asked);
  expect(status, JSON.stringify(body)).toBe(200);
  return loopAnswer.parse(body).data;
}

describe('GET /loop', () => {
  it('bridges the periods as /arr does', async () => {
    const query = { from: '2026-01-01', to: '2026-07-01', grain: 'quarter', by: 'segment' };
    const { body } = await org.get('/arr', query);
    const { groups, total } = await loop(org, { by: 'segment' });
    const bare = ({ trailing: _, whole: _w, ...part }: (typeof groups)[number]) => part;
    expect({
      groups: groups.map(bare),
      total: { ...total, trailing: undefined, whole: undefined },
    }).toEqual((body as { data: unknown }).data);
  });

  it('sums the periods up', async () => {
    const { total } = await loop(org);
    expect(total.whole).toMatchObject({
      ...{ start: '1850.00', new: '0.00', expansion: '200.00' },
      ...{ contraction: '100.00', churn: '350.00', end: '1600.00' },
    });
  });

  it('compares the end of each period, or now, with twelve months before', async () => {
    const { total } = await loop(org);
    expect(total.trailing.map(({ at, from }) => [at, from])).toEqual([
      ['2026-04-01', '2025-04-01'],
      ['2026-06-16', '2025-06-16'],
    ]);
    expect(total.trailing[0]).toMatchObject({
      ...{ nrr: 1600 / 1500, grr: 1400 / 1500, logo_retention: 1 },
      ...{ base_arr: '1500.00', base_customers: 2 },
      ...{ end_arr: '1600.00', kept_arr: '1400.00', kept_customers: 2 },
    });
    expect(total.trailing[1]).toMatchObject({ base_customers: 4, logo_retention: 0.5 });
  });

  it('follows start cohorts to the last ended period only', async () => {
    const { cohorts } = await loop(org);
    const [first, second] = cohorts;
    expect(first).toMatchObject({ from: '2025-01-01', customers: 2, start_arr: '1500.00' });
    expect(first?.cells.map(({ arr }) => arr)).toEqual([
      ...['1500.00', '1500.00', '1500.00', '1500.00', '1600.00'],
    ]);
    expect(first?.cells.at(-1)).toEqual({ arr: '1600.00', kept: '1400.00', customers: 2 });
    expect(second?.cells.map(({ customers }) => customers)).toEqual([2, 2, 2, 1]);
  });

  it('lists what is due, what is overdue and why it is at risk', async () => {
    const { renewals } = await loop(org);
    expect(renewals.day).toBe('2026-06-15');
    expect(
      renewals.coming.map(({ days, due, open, at_risk }) => [days, due, open, at_risk]),
    ).toEqual([
      [30, 1, 1, 1],
      [60, 2, 2, 2],
      [90, 2, 2, 2],
      [180, 2, 2, 2],
    ]);
    expect(renewals.overdue).toMatchObject({ due: 1, open: 1, open_arr: '300.00', at_risk: 1 });
    expect(renewals.past).toMatchObject({
      ...{ to: '2026-06-16', due: 3, renewed: 2, churned: 0, open: 1 },
      ...{ due_arr: '1800.00', retained_arr: '1400.00', uplift_arr: '200.00' },
    });
    expect(renewals.rows.map(({ contract_id, risks }) => [contract_id, risks])).toEqual([
      ['c1', ['past_due']],
      ['b2', ['shrank']],
      ['d1', ['cancelled']],
    ]);
  });

  it('is told by events where there is no contract, and says so', async () => {
    const { source, total, renewals } = await loop(bare);
    expect(source).toBe('events');
    expect(total.periods.at(-1)?.end).toBe('200.00');
    expect(renewals.past.due).toBe(0);
  });

  it('refuses a grain that no heatmap has', async () => {
    const query = { from: '2026-01-01', to: '2026-02-01', grain: 'day' };
    expect((await org.get('/loop', query)).status).toBe(400);
  });
});

describe('GET /accounts/{account_id}', () => {
  it('tells one customer: name, steps, contracts with their renewals', async () => {
    const { body } = await org.get('/accounts/a');
    const { data } = accountAnswer.parse(body);
    expect(data.name).toBe('Alder Ltd');
    expect(data.steps).toEqual([
      { day: '2025-01-10', movement: 'new', amount: '1000.00', arr: '1000.00' },
      { day: '2026-01-10', movement: 'expansion', amount: '200.00', arr: '1200.00' },
    ]);
    expect(data.contracts.map(({ outcome }) => outcome)).toEqual(['renewed', 'open']);
  });

  it('tells the stages of its records', async () => {
    const { body } = await bare.get('/accounts/r');
    const { data } = accountAnswer.parse(body);
    expect(data.moments.map(({ stage, implied }) => [stage, implied])).toContainEqual([
      'won',
      false,
    ]);
    expect(data.moments.at(-1)).toMatchObject({ stage: 'expanded', amount: '100.00' });
    expect(data.steps.at(-1)?.arr).toBe('200.00');
  });

  it('answers a foreign account like an absent one', async () => {
    const [foreign, absent] = [await bare.get('/accounts/a'), await bare.get('/accounts/zzz')];
    expect(foreign.status).toBe(404);
    expect(absent.body).toMatchObject({ error: { message: 'there is no such account' } });
  });
});
