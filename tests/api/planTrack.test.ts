import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bowtieAnswer } from '#lib/contract/bowtie.ts';
import { planTrackAnswer } from '#lib/contract/planTrack.ts';
import { scenarioAnswer } from '#lib/contract/scenarios.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let api: Awaited<ReturnType<typeof testApi>>;

/** 2025-01 to 2026-03-15: each month 3 small deals and a key one on the 5th, one on the 25th. */
function history() {
  const events: Record<string, unknown>[] = [];
  for (let month = 0; month < 15; month += 1) {
    const of = (i: number, day: number, segment: string) => {
      const base = { record_id: `r${month}-${i}`, segment };
      const at = (days: number) => new Date(Date.UTC(2025, month, days, 12)).toISOString();
      const id = `${base.record_id}:`;
      events.push({ ...base, event_id: `${id}sal`, stage: 'sal', occurred_at: at(day) });
      const won = { stage: 'won', amount: '10000', currency: 'USD', occurred_at: at(day + 1) };
      if (i % 2 === 0) events.push({ ...base, event_id: `${id}won`, ...won });
    };
    for (const i of [0, 1, 2]) of(i, 5, 'small');
    of(3, 5, 'key');
    if (month < 14) of(4, 25, 'small');
  }
  return events;
}

const shared = { nrr: 1, share: 0.5, acv: '10000', discount: 0, conversions: { 'sal>won': 0.5 } };
const segments = [
  { ...shared, key: 'small', opening_arr: '100000' },
  { ...shared, key: 'key', opening_arr: '0' },
];
const plan = { start: '2026-01-01', target_arr: '580000', segments };

async function publish(of: TestOrg, inputs: object = { plan }) {
  const saved = await of.post('/scenarios', { name: 'The plan', inputs });
  const { id } = scenarioAnswer.parse(saved.body).data;
  const told = await of.post(`/scenarios/${id}/publish`, { version: 1 });
  expect(told.status, JSON.stringify(told.body)).toBe(201);
}

async function track(query: Record<string, string> = {}, of = org) {
  const told = await of.get('/plans/track', query);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return planTrackAnswer.parse(told.body).data.track;
}

beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-03-15T23:59:59.999Z');
  org = await api.makeOrg({ stages: ['sal', 'won'], order: { segment: ['small', 'key'] } });
  expect((await org.post('/events', { source: 'crm', events: history() })).status).toBe(200);
  const contract = (contract_id: string, starts_on: string, arr: string) => {
    return { contract_id, account_id: contract_id, starts_on, ends_on: '2027-06-01', arr };
  };
  const own = [contract('old', '2025-06-01', '90000'), contract('new', '2026-02-01', '20000')];
  const contracts = own.map((one) => ({ ...one, currency: 'USD' }));
  expect((await org.post('/contracts', { source: 'crm', contracts })).status).toBe(200);
  await publish(org);
});
afterAll(() => db.close());

describe('GET /plans/track', () => {
  it('has a target, what came and what was expected, by month and to date', async () => {
    const told = await track();
    // 480,000 to win at 10,000 each: 48 wins of 96 accepted, evenly over the year.
    const sal = told?.stages.find(({ stage }) => stage === 'sal');
    expect(sal).toMatchObject({ department: 'SDR', target: 96, actual: 14 });
    expect(sal?.months.map(({ target }) => target)).toEqual(Array(12).fill(8));
    expect(sal?.months.map(({ actual }) => actual)).toEqual([5, 5, 4, ...Array(9).fill(null)]);
    // Four of the five of a month have come by its 15th: 8 + 8 + 8 x 0.8.
    expect(sal?.expected).toBeCloseTo(22.4, 9);
    expect(sal?.expected_even).toBeCloseTo((96 * 74) / 365, 6);
    expect(sal?.status).toBe('behind');
    expect(sal?.required_per_month).toBeCloseTo((96 - 14) / (12 - 2 - 15 / 31), 6);
    expect(told?.departments).toMatchObject([
      { department: 'Marketing', stages: [], status: null },
      { department: 'SDR', stages: ['sal'], status: 'behind' },
      { department: 'AE', stages: ['won'] },
      { department: 'ONB', stages: [] },
      { department: 'CSM', stages: [] },
    ]);
  });

  it('counts what the bowtie counts, in all and in every segment', async () => {
    const told = await track();
    const asked = { from: '2026-01-01', to: '2026-03-16', by: 'segment' };
    const { data } = bowtieAnswer.parse((await org.get('/bowtie', asked)).body);
    const counted = (stages: { stage: string; entries: number }[]) =>
      Object.fromEntries(stages.map(({ stage, entries }) => [stage, entries]));
    const came = (stages: { stage: string; actual: number }[] = []) =>
      Object.fromEntries(stages.map(({ stage, actual }) => [stage, actual]));
    expect(came(told?.stages)).toEqual(counted(data.total.stages));
    for (const { key, stages } of told?.segments ?? []) {
      const group = data.groups.find((one) => one.key.segment === key);
      expect(came(stages)).toEqual(counted(group?.stages ?? []));
    }
  });

  it('adds up: segments to stages, months to the year', async () => {
    const told = await track();
    for (const { stage, target, actual, expected, months } of told?.stages ?? []) {
      const own = told?.segments.flatMap((one) => one.stages.filter((s) => s.stage === stage));
      const sum = (of: (one: NonNullable<typeof own>[number]) => number) =>
        own?.reduce((all, one) => all + of(one), 0);
      expect([sum((one) => one.target), sum((one) => one.actual)]).toEqual([target, actual]);
      expect(sum((one) => one.expected)).toBeCloseTo(expected, 9);
      expect(months.reduce((all, one) => all + one.target, 0)).toBe(target);
      expect(months.reduce((all, one) => all + (one.actual ?? 0), 0)).toBe(actual);
    }
  });

  it('tells what was known then', async () => {
    const told = await track({ as_of: '2026-01-10' });
    const sal = told?.stages.find(({ stage }) => stage === 'sal');
    expect(sal).toMatchObject({ actual: 4, status: 'behind' });
    expect(sal?.expected).toBeCloseTo(6.4, 9);
    expect(sal?.months[1]?.actual).toBeNull();
    expect(await track({ as_of: '2025-12-31' })).toBeNull();
    expect((await org.get('/plans/track', { as_of: 'soon' })).status).toBe(400);
  });

  it('holds ARR against what retention and the wins so far should have brought', async () => {
    const told = await track();
    expect(told?.arr.target).toBe('580000');
    expect(told?.arr.expected_even).toBe((100000 + (480000 * 74) / 365).toFixed(2));
    const won = told?.stages.find(({ stage }) => stage === 'won');
    expect(Number(told?.arr.expected)).toBeCloseTo(100000 + 10000 * (won?.expected ?? 0), 1);
  });

  it('says the ARR and the retention that the bowtie says', async () => {
    const asked = { from: '2026-01-01', to: '2026-03-16' };
    const { data } = bowtieAnswer.parse((await org.get('/bowtie', asked)).body);
    const told = await track();
    expect(told?.arr).toMatchObject({ actual: '110000.00', status: 'behind' });
    expect(told?.arr.actual).toBe(data.total.loop?.end_arr);
    expect(told?.nrr).toEqual({ target: 1, actual: 1, expected: 1, status: 'ahead' });
    expect(told?.nrr.actual).toBe(data.total.loop?.nrr);
    expect(told?.grr).toBeNull();
  });

  it('holds GRR against a plan that tells it of all who open with ARR', async () => {
    const other = await api.makeOrg({ stages: ['sal', 'won'] });
    const base = { currency: 'USD', starts_on: '2025-06-01' };
    const contracts = [
      { ...base, contract_id: '1', account_id: 'a', arr: '90000', ends_on: '2027-06-01' },
      { ...base, contract_id: '2', account_id: 'b', arr: '10000', ends_on: '2026-02-01' },
    ];
    await other.post('/contracts', { source: 'crm', contracts });
    const [small, key] = segments;
    await publish(other, { plan: { ...plan, segments: [{ ...small, nrr: 1, grr: 0.8 }, key] } });
    const told = await track({}, other);
    const asked = { from: '2026-01-01', to: '2026-03-16' };
    const { data } = bowtieAnswer.parse((await other.get('/bowtie', asked)).body);
    expect(told?.grr).toMatchObject({ target: 0.8, actual: 0.9, status: 'near' });
    expect(told?.grr?.expected).toBeCloseTo(1 - (0.2 * 74) / 365, 9);
    expect(told?.grr?.actual).toBe(data.total.loop?.grr);
  });

  it('says nothing without a plan, and of a plan that has not begun only its targets', async () => {
    const other = await api.makeOrg();
    expect(await track({}, other)).toBeNull();
    await publish(other, { plan: { ...plan, start: '2026-07-01', months: 6 } });
    const told = await track({}, other);
    expect(told).toMatchObject({ elapsed: 0, arr: { actual: null, status: null } });
    expect(told?.stages[0]).toMatchObject({ actual: 0, expected: 0, status: null });
    expect(told?.stages[0]?.months.every(({ actual }) => actual === null)).toBe(true);
  });
});
