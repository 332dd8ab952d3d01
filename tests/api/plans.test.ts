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

  it('in whole counts: months, segments, departments and locked sum to the annual figure', async () => {
    const { data } = await decompose({ ...plan, rounding: 'display' });
    const [all] = data.segments;
    expect(all?.entries).toMatchObject({ sal: 400, sql: 445, mql: 1778, prospect: 8889 });
    for (const row of data.departments) {
      const months = row.months.reduce((sum, { value }) => sum + value, 0);
      expect(months + row.locked + row.later).toBe(row.total);
    }
    expect(data.departments.map(({ department, stages }) => [department, ...stages])).toEqual([
      ['Marketing', 'prospect'],
      ['Marketing', 'mql'],
      ['SDR', 'sql'],
      ['SDR', 'sal'],
      ['AE', 'won'],
      ['ONB', 'onboarded'],
    ]);
  });

  it('below what retention gives there is nothing to win', async () => {
    const { data } = await decompose({ ...plan, target_arr: '1500000' });
    expect(data.new_arr).toBe('-500000.00');
    expect(data.segments[0]).toMatchObject({ wins: 0, new_arr: '-500000.00' });
    expect(Object.values(data.segments[0]?.entries ?? {})).toEqual([0, 0, 0, 0]);
    expect(data.feasible).toBe(true);
    const [problem] = data.problems;
    expect(problem).toMatchObject({ code: 'target_below_retention', weight: 'note' });
    expect(problem?.nearest).toEqual([{ path: 'target_arr', value: '2000000.00' }]);
  });

  it('ends the chain at the first missing conversion, and names one of 0', async () => {
    const some = { ...segment, conversions: { 'sal>won': 0.2, 'mql>sql': 0.25 }, lags: {} };
    const { data } = await decompose({ ...plan, segments: [some] });
    expect(data.segments[0]?.entries).toEqual({ sal: 400 });
    expect(data.feasible).toBe(true);

    const none = { ...segment, conversions: { 'sal>won': 0.2, 'sql>sal': 0 }, lags: {} };
    const told = (await decompose({ ...plan, segments: [none] })).data;
    expect(told.segments[0]?.entries).toEqual({ sal: 400 });
    expect(told.gaps).toEqual([
      {
        segment: 'all',
        stage: 'sql',
        required: null,
        available: 0,
        missing: null,
        reason: 'zero_conversion',
      },
    ]);
    expect(told.problems[0]?.nearest).toEqual([
      { path: 'segments.0.conversions.sql>sal', value: 0.95 },
    ]);
  });

  it('says what heads can do, when to hire, and what binds', async () => {
    const role = { role: 'SDR', stage: 'sal', per_month: 20, ramp: [0, 0.5, 1], heads: 1 };
    const own = { ...segment, lags: {} };
    const { data } = await decompose({ ...plan, segments: [own], capacity: [role] });
    const [sdr] = data.capacity;
    expect(sdr?.months[0]).toMatchObject({ month: '2027-01', capacity: 20, binds: 'capacity' });
    expect(sdr?.months[0]?.load).toBeCloseTo(400 / 12, 9);
    expect(sdr?.months[0]?.heads_needed).toBeCloseTo(400 / 12 / 20, 9);
    expect(sdr?.hires).toEqual([{ start: '2026-11', needed: '2027-01', heads: 1, late: true }]);
    expect(data.feasible).toBe(false);
    expect(data.gaps[0]).toMatchObject({ stage: 'sal', reason: 'capacity', available: 240 });
    expect(data.reach.within_capacity).toBe('4400000.00');

    const nobody = { ...role, heads: 0 };
    const none = (await decompose({ ...plan, segments: [own], capacity: [nobody] })).data;
    const problem = none.problems.find(({ code }) => code === 'role_without_capacity');
    expect(problem?.nearest).toEqual([{ path: 'capacity.0.heads', value: 2 }]);
  });

  it('keeps lags beyond the year: all of it is locked', async () => {
    const late = { ...segment, lags: { 'sal>won': [...new Array(13).fill(0), 1] } };
    const { data } = await decompose({ ...plan, segments: [late] });
    expect(data.segments[0]?.locked.sal).toBeCloseTo(400, 9);
    expect(data.problems.map(({ code }) => code)).toContain('lag_beyond_plan');
  });

  it.each([
    ['segments', { segments: [{ ...segment, share: 0.9 }] }],
    ['segments.0.lags.sal>won', { segments: [{ ...segment, lags: { 'sal>won': [0.5, 0.4] } }] }],
    [
      'segments.0.seasonality',
      { segments: [{ ...segment, seasonality: new Array(12).fill(0.1) }] },
    ],
    ['segments.0.seasonality', { segments: [{ ...segment, seasonality: [0.5, 0.5] }] }],
    ['start', { start: '2027-01-15' }],
    ['target_arr', { target_arr: 6_000_000 }],
    ['surprise', { surprise: 1 }],
    ['segments.0.acv', { segments: [{ ...segment, acv: '0' }] }],
    [
      'segments.0.conversions.won>sal',
      { segments: [{ ...segment, conversions: { 'won>sal': 1 } }] },
    ],
    [
      'segments.0.conversions.sal>won',
      { segments: [{ ...segment, conversions: { 'sal>won': 2 } }] },
    ],
  ])('refuses %s and says where', async (path, change) => {
    const error = await refused('/plans/decompose', { ...plan, ...change });
    expect(error.code).toBe('invalid_request');
    expect(error.issues?.map((one) => one.path)).toContain(path);
  });

  it('says of weights that do not sum to 1 which ones would', async () => {
    const lags = { 'sal>won': [0.5, 0.3] };
    const error = await refused('/plans/decompose', { ...plan, segments: [{ ...segment, lags }] });
    expect(error.reason).toBe('sum_not_one');
    expect(error.message).toContain('must sum to 1; divide each by the sum: [0.625,0.375]');
  });

  it('offers benchmarks where there is no history, and marks them as such', async () => {
    const { data, meta } = await decompose({ start: '2027-01-01', target_arr: '1000000' });
    expect(data.segments.map(({ key }) => key)).toEqual(['all']);
    expect(data.segments[0]?.wins).toBeGreaterThan(0);
    const about = meta.assumptions.find(({ path }) => path === 'segments.0.conversions.sal>won');
    expect(about).toMatchObject({ value: 0.25, source: 'benchmark', base: null });
    expect(about?.about).toContain('$15-50k');
    expect(meta.warnings.map(({ code }) => code)).toContain('benchmarks_used');
  });
});

describe('POST /plans/levers', () => {
  const rates = { cr1: 0.2, cr2: 0.25, cr3: 0.95, cr4: 0.25, cr6: 0.94, cr7: 0.9 };
  const told = async (body: object) => {
    const answer = await org.post('/plans/levers', body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return leversAnswer.parse(answer.body).data;
  };

  it('names the caps that bind', async () => {
    const data = await told({ rates, price_realisation: 0.88, gain: 0.1, cap: 1 });
    expect(data.multiplier).toBeCloseTo(1.8034826428, 9);
    expect(data.capped).toEqual(['sql>sal', 'won>onboarded']);
    expect(data.uncapped_multiplier).toBeCloseTo(1.9487171, 7);
  });

  it('takes CR8 only when it is given, and refuses a rate of 0', async () => {
    const data = await told({ rates: { ...rates, cr8: 0.2 }, gain: 0.1, cap: 2 });
    expect(data.multiplier).toBeCloseTo(1.1 ** 7, 9);
    const error = await refused('/plans/levers', { rates: { ...rates, cr1: 0 }, gain: 0.1 });
    expect(error.issues?.[0]?.path).toBe('rates.cr1');
  });
});

describe('POST /plans/simulate', () => {
  const ask = async (body: object, headers = {}) => {
    const told = await org.post('/plans/simulate', body, headers);
    expect(told.status, JSON.stringify(told.body)).toBe(200);
    return simulateAnswer.parse(told.body);
  };

  it('without variance is the plan itself', async () => {
    const { data } = await ask({ ...plan, runs: 1000, seed: 9 });
    const same = { p10: '6000000.00', p50: '6000000.00', p90: '6000000.00', mean: '6000000.00' };
    expect(data).toMatchObject({ ...same, p_hit: 1, seed: 9, runs: 1000 });
  });

  it('with evidence answers the same odds for the same seed', async () => {
    const evidence = { 'sal>won': { successes: 30, trials: 120 } };
    const body = { ...plan, runs: 10_000, seed: 1, evidence };
    const { data } = await ask(body);
    expect((await ask(body)).data).toEqual(data);
    expect(data.p_hit).toBeGreaterThan(0.85);
    expect(Number(data.p10)).toBeLessThan(Number(data.p90));
  });

  it('says what it could not use', async () => {
    const volumes = { mql: { mean: 100, dispersion: 10 } };
    const some = { ...segment, conversions: { 'sal>won': 0.2 } };
    const { meta } = await ask({ ...plan, segments: [some], volumes });
    expect(meta.warnings).toEqual([
      { code: 'unused_input', message: 'volumes.mql: no segment of the plan counts back to it' },
    ]);
  });

  it('keeps the answer of an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'odds-1' };
    const first = await ask({ ...plan, seed: 1 }, headers);
    expect(await ask({ ...plan, seed: 1 }, headers)).toEqual(first);
    const other = await org.post('/plans/simulate', { ...plan, seed: 2 }, headers);
    expect(other.status).toBe(409);
  });
});
