import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDefaultsAnswer } from '#lib/contract/planDefaults.ts';
import { decomposeAnswer } from '#lib/contract/plans.ts';
import { recordsAnswer } from '#lib/contract/records.ts';
import { unitEconomicsAnswer } from '#lib/contract/unitEconomics.ts';
import { putCosts } from '#lib/store/costs.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { putPeople } from '#lib/store/people.ts';
import { inputRecords } from '#lib/view/plan/inputRecords.ts';
import { drillParams, parseDrill } from '#lib/view/records/drill.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let api: Awaited<ReturnType<typeof testApi>>;
const DAY = 86_400_000;

/** Forty opportunities a month for twelve months, in two tiers; each ends within two months. */
function history() {
  const events: Record<string, unknown>[] = [];
  for (let month = 0; month < 12; month += 1) {
    for (let i = 0; i < 40; i += 1) {
      const record_id = `r${month}-${i}`;
      const segment = i < 30 ? 'small' : 'key';
      const base = { record_id, segment, owner: i % 2 === 0 ? 'ann' : 'bob' };
      const entered = Date.UTC(2025, month, 2, 12);
      const add = (stage: string, at: number, more = {}) => {
        const occurred_at = new Date(at).toISOString();
        events.push({ event_id: `${record_id}:${stage}`, stage, occurred_at, ...base, ...more });
      };
      add('sql', entered);
      // Nine of ten are accepted the same day, and of these a third wins in the month after.
      if (i % 10 === 9) {
        add('lost', entered + DAY);
        continue;
      }
      add('sal', entered + DAY / 4);
      const amount = segment === 'small' ? '10000' : '100000';
      const wins = i % 3 === 0;
      const end = Date.UTC(2025, month + (wins ? 1 : 0), 20, 12);
      add(wins ? 'won' : 'lost', end, wins ? { amount, currency: 'USD' } : {});
    }
  }
  return events;
}

beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-02-01T00:00:00Z');
  org = await api.makeOrg({ stages: ['sql', 'sal', 'won'], order: { segment: ['small', 'key'] } });
  const told = await org.post('/events', { source: 'crm', events: history() });
  expect(told.status).toBe(200);
  // Two of each tier came in since the new year, and are still open.
  const open = ['small', 'small', 'key', 'key'].map((segment, i) => ({
    event_id: `o${i}`,
    record_id: `o${i}`,
    stage: 'sal',
    occurred_at: '2026-01-15T12:00:00Z',
    segment,
    owner: 'ann',
  }));
  await org.post('/events', { source: 'crm', events: open });
  await inOrg(db.pool, org.org.id, 'write', async (tx) => {
    await putPeople(tx, [
      { owner: 'ann', name: 'Ann', role: 'AE' },
      { owner: 'bob', name: 'Bob', role: 'AE' },
    ]);
    const amount = '10000';
    await putCosts(
      tx,
      Array.from({ length: 12 }, (_, i) => {
        const month = `2025-${String(i + 1).padStart(2, '0')}-01`;
        return { month, kind: 'role', name: 'AE', amount, currency: 'USD' };
      }),
    );
  });
});
afterAll(() => db.close());

const decompose = async (body: object) => {
  const told = await org.post('/plans/decompose', body);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return decomposeAnswer.parse(told.body);
};

describe('a plan from the own history', () => {
  it('takes rates, lags, prices and shares of each tier, and says how much is behind them', async () => {
    const { data, meta } = await decompose({ start: '2026-03-01', target_arr: '9000000' });
    expect(data.segments.map(({ key }) => key)).toEqual(['small', 'key']);
    const of = (path: string) => meta.assumptions.find((one) => one.path === path);
    expect(of('segments.0.acv')).toMatchObject({ value: '10000.00', source: 'segment' });
    expect(of('segments.1.acv')).toMatchObject({ value: '100000.00', source: 'segment' });
    const rate = of('segments.0.conversions.sql>sal');
    expect(rate).toMatchObject({ source: 'segment', base: 332 });
    expect(rate?.value).toBeCloseTo(299 / 332, 9);
    expect(rate?.maturity?.open).toBe(0);
    // All wins come in the month after the one in which they were accepted.
    expect(of('segments.0.lags.sal>won')).toMatchObject({ value: [0, 1], source: 'segment' });
    expect(of('segments.0.lags.sql>sal')).toMatchObject({ value: [1] });
    const months = data.segments[0]?.months ?? [];
    expect(data.segments[0]?.locked.sal).toBeCloseTo(
      (months[0]?.wins ?? 0) / Number(of('segments.0.conversions.sal>won')?.value),
      6,
    );
    // Nobody paid twelve months ago: only retention is a benchmark.
    const lent = meta.assumptions.filter(({ source }) => source === 'benchmark');
    const fields = ['grr', 'nrr'].map((one) => [`segments.0.${one}`, `segments.1.${one}`]);
    expect(new Set(lent.map(({ path }) => path))).toEqual(new Set(fields.flat()));
  });

  it('holds what is locked against the open pipeline, aged by the same curves', async () => {
    const { data } = await decompose({ start: '2026-02-01', target_arr: '9000000' });
    const [small] = data.segments;
    // Two open ones of January, all of whose wins come in February.
    expect(small?.available.sal).toBeGreaterThan(1.5);
    const gap = data.gaps.find(({ segment, stage }) => segment === 'small' && stage === 'sal');
    expect(gap?.required).toBeCloseTo(small?.locked.sal ?? 0, 9);
    expect(gap?.available).toBeCloseTo(small?.available.sal ?? 0, 9);
    expect(gap?.missing).toBeCloseTo((gap?.required ?? 0) - (gap?.available ?? 0), 9);
    expect(data.feasible).toBe(false);
  });

  it('takes what is stated as it is, and lists only the rest', async () => {
    const segments = [{ key: 'small', share: 1, acv: '5000', conversions: { 'sal>won': 0.5 } }];
    const { data, meta } = await decompose({
      start: '2026-03-01',
      target_arr: '9000000',
      segments,
    });
    expect(data.segments[0]?.entries.sql).toBeUndefined();
    expect(data.segments[0]?.locked.sal).toBe(0);
    const paths = meta.assumptions.map(({ path }) => path);
    expect(paths).not.toContain('segments.0.acv');
    expect(paths).toContain('segments.0.lags');
    expect(paths).toContain('segments.0.nrr');
  });
});

describe('GET /plans/defaults', () => {
  it('gives every input, what odds may rest on, and the best so far', async () => {
    const told = await org.get('/plans/defaults', { start: '2026-03-01' });
    expect(told.status, JSON.stringify(told.body)).toBe(200);
    const { data } = planDefaultsAnswer.parse(told.body);
    expect(data.segments.map(({ key }) => key)).toEqual(['small', 'key']);
    expect(data.capacity).toEqual([
      expect.objectContaining({ role: 'AE', stage: 'sal', heads: expect.any(Number) }),
    ]);
    const evidence = data.evidence.small?.['sal>won'];
    expect(evidence?.trials).toBeGreaterThan(200);
    expect((evidence?.successes ?? 0) / (evidence?.trials ?? 1)).toBeCloseTo(1 / 3, 1);
    expect(data.history.small?.months.sql?.best).toBe(30);
    expect(data.history.small?.rates['sql>sal']?.best).toBeCloseTo(0.9, 9);
    expect(data.actual.key?.won_arr).toMatch(/00000\.00$/);
    expect(data.benchmarks).toHaveLength(6);
  });

  it('refuses a start within a month', async () => {
    expect((await org.get('/plans/defaults', { start: '2026-03-02' })).status).toBe(400);
  });
});

describe('GET /plans/unit-economics', () => {
  it('puts costs where the work was done, and says what each tier earns', async () => {
    const told = await org.get('/plans/unit-economics', {});
    expect(told.status, JSON.stringify(told.body)).toBe(200);
    const { data, meta } = unitEconomicsAnswer.parse(told.body);
    expect(data.tiers.map(({ key }) => key)).toEqual(['small', 'key']);
    const spent = data.tiers.map(({ spend }) => Number(spend.total));
    expect((spent[0] ?? 0) + (spent[1] ?? 0)).toBeCloseTo(Number(data.total.spend.total), 1);
    expect(Number(data.total.cac.value)).toBeCloseTo(
      Number(data.total.spend.total) / data.total.wins,
      2,
    );
    expect(data.tiers[0]?.readiness.conversions[0]?.gaps).toEqual(['no_plan']);
    expect(meta.plan).toBeNull();
  });

  it('without any cost says that it cannot say', async () => {
    const empty = await api.makeOrg();
    const told = await empty.get('/plans/unit-economics', {});
    const { data, meta } = unitEconomicsAnswer.parse(told.body);
    expect(data.total.verdict).toBe('unknown');
    expect(data.total.cac).toEqual({ value: null, reason: 'no_spend' });
    expect(meta.warnings.map(({ code }) => code)).toEqual(['no_costs']);
  });
});

describe('the records behind a measured input', () => {
  const ladder = ['sql', 'sal', 'won'] as const;
  it('are as many as its base', async () => {
    const told = await org.get('/plans/defaults?start=2026-03-01');
    const { data, meta } = planDefaultsAnswer.parse(told.body);
    let looked = 0;
    for (const assumption of meta.assumptions) {
      const [list, key = ''] = assumption.path.split('.');
      const segment = list === 'segments' ? (data.segments[Number(key)]?.key ?? null) : null;
      const role = data.capacity.find((one) => list === 'capacity' && one.role === key);
      if (assumption.path.endsWith('.heads')) continue;
      const asked = { assumption, segment, stage: role?.stage ?? null, ladder };
      for (const { open, outcome } of inputRecords(asked)) {
        const drill = parseDrill(open);
        if (drill === null || outcome !== null || drill.selection.kind === 'movement') continue;
        const params = new URLSearchParams(drillParams({}, drill, outcome));
        const rows = recordsAnswer.parse((await org.get(`/records?${params}`)).body);
        expect([assumption.path, rows.data.count]).toEqual([assumption.path, assumption.base]);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(10);
  });
});
