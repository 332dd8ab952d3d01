import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlanTargetsAnswer, planTargetsAnswer } from '#lib/contract/planTargets.ts';
import { planTrackAnswer } from '#lib/contract/planTrack.ts';
import { scenarioAnswer } from '#lib/contract/scenarios.ts';
import { trendAnswer } from '#lib/contract/trend.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let bare: TestOrg;

/** 2025-01 to 2026-03-15: four deals on the 5th of each month and one on the 25th. */
function history() {
  return Array.from({ length: 15 }, (_, month) =>
    [5, 5, 5, 5, 25].flatMap((day, i) => {
      if (month === 14 && day === 25) return [];
      const at = (late: number) => new Date(Date.UTC(2025, month, day + late, 12)).toISOString();
      const record = { record_id: `r${month}-${i}`, segment: i === 3 ? 'key' : 'small' };
      const won = { ...record, event_id: `w${month}-${i}`, stage: 'won', occurred_at: at(1) };
      return [
        { ...record, event_id: `s${month}-${i}`, stage: 'sal', occurred_at: at(0) },
        ...(i % 2 === 0 ? [{ ...won, amount: '10000', currency: 'USD' }] : []),
      ];
    }),
  ).flat();
}

const shared = { share: 0.5, acv: '10000', discount: 0, conversions: { 'sal>won': 0.5 } };
const segments = [
  { ...shared, key: 'small', opening_arr: '100000', nrr: 1.2 },
  { ...shared, key: 'key', opening_arr: '0', nrr: 1 },
];
const YEAR = { from: '2026-01-01', to: '2027-01-01', grain: 'month' };

async function ask(query: Record<string, string>, of = org): Promise<PlanTargetsAnswer['data']> {
  const told = await of.get('/plans/targets', { ...YEAR, ...query });
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return planTargetsAnswer.parse(told.body).data;
}

async function track() {
  const told = planTrackAnswer.parse((await org.get('/plans/track')).body).data.track;
  if (told === null) throw new Error('no plan is published');
  return told;
}

const sumOf = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
const targets = ({ points }: PlanTargetsAnswer['data']) => points.map(({ target }) => target);

beforeAll(async () => {
  db = await freshDatabase();
  const api = await testApi(db, '2026-03-15T23:59:59.999Z');
  org = await api.makeOrg({ stages: ['sal', 'won'], order: { segment: ['small', 'key'] } });
  bare = await api.makeOrg();
  expect((await org.post('/events', { source: 'crm', events: history() })).status).toBe(200);
  // 600,000 - 120,000 kept: 48 wins of 96 accepted, and seven more to make it uneven.
  const plan = { start: '2026-01-01', target_arr: '670000', segments };
  const saved = await org.post('/scenarios', { name: 'The plan', inputs: { plan } });
  const { id } = scenarioAnswer.parse(saved.body).data;
  expect((await org.post(`/scenarios/${id}/publish`, { version: 1 })).status).toBe(201);
});
afterAll(() => db.close());

describe('GET /plans/targets', () => {
  it('asks of each month what the plan asks', async () => {
    for (const { stage, months } of (await track()).stages) {
      const told = await ask({ metric: `entries:${stage}` });
      expect(told).toMatchObject({ plan: { name: 'The plan', end: '2027-01-01' }, missing: null });
      expect(targets(told)).toEqual(months.map(({ target }) => target));
      expect(told.points.at(-1)?.sum).toBe(sumOf(months.map(({ target }) => target)));
    }
  });

  it('cuts months into weeks and days that sum exactly to them, tier by tier', async () => {
    const line = (await track()).stages.find(({ stage }) => stage === 'sal');
    const metric = 'entries:sal';
    const weeks = targets(await ask({ metric, grain: 'week' }));
    expect(weeks).toHaveLength(53);
    expect(weeks.every(Number.isInteger)).toBe(true);
    expect(sumOf(weeks)).toBe(line?.target);
    for (const { month, target } of line?.months ?? []) {
      const from = `${month}-01`;
      const to = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 1)).toISOString();
      const span = { metric, from, to: to.slice(0, 10) };
      expect(sumOf(targets(await ask({ ...span, grain: 'week' })))).toBe(target);
      expect(sumOf(targets(await ask({ ...span, grain: 'day' })))).toBe(target);
    }
    const tiers = await Promise.all(
      ['small', 'key'].map((segment) => ask({ metric, grain: 'week', segment })),
    );
    const [small = [], key = []] = tiers.map(targets);
    expect(small.map((one, i) => sumOf([one, key[i] ?? null]))).toEqual(weeks);
    expect(targets(await ask({ metric, grain: 'week', segment: 'small,key' }))).toEqual(weeks);
  });

  it('follows the pace of past months within a month', async () => {
    const { points } = await ask({ metric: 'entries:sal', grain: 'week', to: '2026-02-01' });
    // Four of five come on the 5th: the second week of January 2026.
    const month = sumOf(points.map(({ target }) => target));
    expect(points[1]?.target).toBe(Math.round(month * 0.8));
    expect(points[0]?.target).toBe(0);
  });

  it('expects by now what the plan against actuals expects', async () => {
    const told = await track();
    for (const { stage, expected } of told.stages) {
      for (const grain of ['month', 'week']) {
        const { points } = await ask({ metric: `entries:${stage}`, grain });
        const running = points.filter((one) => one.expected !== null);
        expect(running).toHaveLength(1);
        expect(running[0]?.from.slice(0, 7)).toBe('2026-03');
        expect(running[0]?.expected_sum).toBeCloseTo(expected, 9);
      }
    }
    const arr = await ask({ metric: 'arr' });
    expect(arr.points[2]?.expected?.toFixed(2)).toBe(told.arr.expected);
    expect(arr.points.at(-1)?.target?.toFixed(2)).toBe('670000.00');
    expect(targets(arr)).toEqual([...targets(arr)].sort((a, b) => (a ?? 0) - (b ?? 0)));
    const nrr = await ask({ metric: 'nrr' });
    const product = nrr.points.reduce((all, { target }) => all * (target ?? 0), 1);
    expect(product).toBeCloseTo(told.nrr.target ?? 0, 9);
    const [quarter] = (await ask({ metric: 'nrr', to: '2026-03-16', grain: 'quarter' })).points;
    expect(quarter?.expected).toBeCloseTo(told.nrr.expected ?? 0, 9);
  });

  it('splits ARR into tiers that sum to it', async () => {
    const all = targets(await ask({ metric: 'arr' }));
    const small = targets(await ask({ metric: 'arr', segment: 'small' }));
    const key = targets(await ask({ metric: 'arr', segment: 'key' }));
    all.forEach((one, i) => {
      expect(sumOf([small[i] ?? null, key[i] ?? null])).toBeCloseTo(one ?? 0, 1);
    });
  });

  it('has the periods of the trend, and no target outside the plan', async () => {
    const query = { metric: 'entries:won', from: '2025-11-10', to: '2026-02-11', grain: 'week' };
    const { points } = await ask(query);
    const trend = trendAnswer.parse((await org.get('/trend', query)).body).data.total;
    const spans = (list: readonly { from: string; to: string }[]) =>
      list.map(({ from, to }) => [from, to]);
    expect(spans(points)).toEqual(spans(trend.points));
    expect(points.map(({ target }) => target !== null)).toEqual(
      points.map(({ to }) => to > '2026-01-01'),
    );
  });

  it('says why there is no target', async () => {
    const why = async (query: Record<string, string>, of = org) => (await ask(query, of)).missing;
    const metric = 'entries:won';
    expect(await why({ metric, owner: 'unknown' })).toBe('not_split');
    expect(await why({ metric, segment: 'unknown' })).toBe('not_planned');
    expect(await why({ metric: 'grr' })).toBe('not_planned');
    expect(await why({ metric }, bare)).toBe('no_plan');
    const told = await org.get('/plans/targets', { ...YEAR, metric: 'entries:nothing' });
    expect(told.status).toBe(400);
    expect((await org.get('/plans/targets', { ...YEAR })).status).toBe(400);
  });
});
