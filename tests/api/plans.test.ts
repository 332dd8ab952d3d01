import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { decomposeAnswer, leversAnswer, simulateAnswer } from '#lib/contract/plans.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;

const segment = {
  key: 'all',
  opening_arr: '2000000',
  nrr: 1.0,
  share: 1,
  acv: '50000',
  discount: 0,
  conversions: {
    'prospect>mql': 0.2,
    'mql>sql': 0.25,
    'sql>sal': 0.9,
    'sal>won': 0.2,
    'won>onboarded': 1,
  },
  lags: { 'sal>won': [0, 0, 0.5, 0.5] },
};
const plan = { start: '2027-01-01', months: 12, target_arr: '6000000', segments: [segment] };

beforeAll(async () => {
  db = await freshDatabase();
  const api = await testApi(db, '2026-11-23T12:00:00Z');
  org = await api.makeOrg();
});
afterAll(() => db.close());

async function decompose(body: object) {
  const told = await org.post('/plans/decompose', body);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return decomposeAnswer.parse(told.body);
}

async function refused(path: string, body: object) {
  const told = await org.post(path, body);
  expect(told.status, JSON.stringify(told.body)).toBe(400);
  return errorAnswer.parse(told.body).error;
}

describe('POST /plans/decompose', () => {
  it('counts the example of the contract back', async () => {
    const { data } = await decompose(plan);
    const [all] = data.segments;
    expect(data.new_arr).toBe('4000000.00');
    expect(all).toMatchObject({ key: 'all', new_arr: '4000000.00', wins: 80 });
    expect(all?.entries.sal).toBe(400);
    expect(all?.entries.prospect).toBeCloseTo(400 / 0.9 / 0.25 / 0.2, 9);
    expect(all?.locked.sal).toBeCloseTo(83.3333333, 6);
    expect(all?.months).toHaveLength(12);
    expect(all?.months[0]?.month).toBe('2027-01');
    const inPlan = all?.months.reduce((sum, one) => sum + (one.entries.sal ?? 0), 0) ?? 0;
    expect(inPlan + (all?.locked.sal ?? 0)).toBeCloseTo(400, 9);
    expect(data.feasible).toBe(false);
    const gap = data.gaps.find(({ stage }) => stage === 'sal');
    expect(gap).toMatchObject({ segment: 'all', available: 0, reason: 'pipeline_short' });
    expect(gap?.missing).toBeCloseTo(83.3333333, 6);
  });
});
