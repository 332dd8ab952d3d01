import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumMoney } from '#lib/bowtie/money.ts';
import { type PlanForecast, planForecastAnswer } from '#lib/contract/planForecast.ts';
import { recordsAnswer } from '#lib/contract/records.ts';
import { scenarioAnswer } from '#lib/contract/scenarios.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;

const noon = (month: number, day: number) => new Date(Date.UTC(2025, month, day, 12)).toISOString();

/** Four a month, accepted on the 10th; on the 20th two are won at 12,000 each and two are lost. */
function history(months: number) {
  return Array.from({ length: months * 4 }, (_, i) => {
    const [month, place] = [Math.floor(i / 4), i % 4];
    const base = { record_id: `r${i}`, segment: 'small' };
    const sal = { ...base, event_id: `r${i}:sal`, stage: 'sal', occurred_at: noon(month, 10) };
    const end = { ...base, event_id: `r${i}:end`, occurred_at: noon(month, 20) };
    const won = { ...end, stage: 'won', amount: '12000', currency: 'USD' };
    const later = month === months - 1 ? [] : [place < 2 ? won : { ...end, stage: 'lost' }];
    return [sal, ...later];
  }).flat();
}

async function forecast(query: Record<string, string> = {}, of = org) {
  const told = await of.get('/plans/forecast', query);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return planForecastAnswer.parse(told.body).data;
}

const partOf = (told: PlanForecast | null, name: string) =>
  told?.parts.find(({ part }) => part === name);

beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-03-15T23:59:59.999Z');
  org = await api.makeOrg({ stages: ['sal', 'won'] });
  expect((await org.post('/events', { source: 'crm', events: history(15) })).status).toBe(200);
});
afterAll(() => db.close());

describe('GET /plans/forecast', () => {
  it('adds what is there, what is open and what is still to come, to the cent', async () => {
    const { plan, forecast: told } = await forecast();
    expect(plan).toBeNull();
    expect(told).toMatchObject({ start: '2026-01-01', end: '2027-01-01', target: null });
    expect(told).toMatchObject({ required: null, days_left: 291 });
    // Two wins a month until February: 28 x 12,000.
    expect(told?.actual).toBe('336000.00');
    // Of the four that are open half are won on the 20th.
    expect(partOf(told, 'pipeline')).toMatchObject({ stage: 'sal', count: 4, arr: '24000.00' });
    // Twelve in 91 days, and those of the last ten and a half days are won too late.
    const inflow = partOf(told, 'inflow');
    expect(inflow?.count).toBeCloseTo((291 * 12) / 91, 9);
    expect(Number(inflow?.arr)).toBeCloseTo(((291 - 10.5) * 12 * 0.5 * 12000) / 91, -1);
    expect(told?.arr).toBe(sumMoney((told?.parts ?? []).map(({ arr }) => arr)));
    expect(told?.odds).toMatchObject({ p_hit: null, seed: 1, runs: 10_000 });
    expect(Number(told?.odds.mean) / Number(told?.arr)).toBeCloseTo(1, 2);
  });

  it('says why it moved, to the cent: four came, and fewer had been expected', async () => {
    const { forecast: told } = await forecast();
    expect(told?.change).toMatchObject({ since: '2026-03-09' });
    // A week of the run rate had been counted with: 7 x 12 / 91 records, half of them won.
    const expected = (7 * 12 * 0.5 * 12000) / 91;
    const came = { cause: 'came', segment: 'small', records: 4 };
    expect(told?.change?.causes).toEqual([{ ...came, arr: (24000 - expected).toFixed(2) }]);
    expect(told?.change?.change).toBe((24000 - expected).toFixed(2));
  });

  it('knows then what it says now of then', async () => {
    const { forecast: now } = await forecast({ weeks: '3' });
    expect(now?.weeks.map(({ as_of }) => as_of)).toEqual([
      ...['2026-02-22', '2026-03-01', '2026-03-08', '2026-03-15'],
    ]);
    for (const { as_of, arr, actual } of now?.weeks ?? []) {
      const { forecast: then } = await forecast({ as_of, weeks: '1' });
      expect([then?.arr, then?.actual]).toEqual([arr, actual]);
    }
    expect(now?.weeks.at(-2)?.arr).toBe(now?.change?.before);
  });

  it('explains a week in which half was won and half was lost', async () => {
    const { forecast: told } = await forecast({ as_of: '2026-02-22' });
    const { causes = [], change } = told?.change ?? {};
    expect(sumMoney(causes.map(({ arr }) => arr))).toBe(change);
    const of = (cause: string) => causes.find((one) => one.cause === cause);
    // Each had counted for half a win; who was won now counts for a whole one.
    expect([of('won')?.records, of('lost')?.records]).toEqual([2, 2]);
    expect(Number(of('won')?.arr)).toBeCloseTo(12000, 1);
    expect(Number(of('lost')?.arr)).toBeCloseTo(-12000, 1);
    const week = { from: told?.change?.since ?? '', to: '2026-02-23', as_of: '2026-02-22' };
    for (const [pipeline, ids] of Object.entries({ won: ['r52', 'r53'], lost: ['r54', 'r55'] })) {
      const { data } = recordsAnswer.parse((await org.get('/records', { ...week, pipeline })).body);
      expect([data.count, data.rows.map((row) => row.record_id)]).toEqual([2, ids]);
      const file = String((await org.get('/records.csv', { ...week, pipeline })).body);
      expect(file.trimEnd().split('\r\n')).toHaveLength(3);
    }
    const other = await org.get('/records', { ...week, pipeline: 'lost', stage: 'sal' });
    expect(other.status).toBe(400);
  });

  it('shows the open records behind the pipeline', async () => {
    const { forecast: told } = await forecast();
    const { from = '', to = '' } = told?.measured.rates ?? {};
    const asked = { from, to, conversion: 'sal>won', outcome: 'open' };
    const { data } = recordsAnswer.parse((await org.get('/records', asked)).body);
    expect(data.count).toBe(partOf(told, 'pipeline')?.count);
    expect(told?.rates).toMatchObject([{ conversion: 'sal>won', rate: 0.5, source: 'segment' }]);
  });

  it('holds it against the published plan', async () => {
    const segment = { key: 'small', nrr: 1, share: 1, acv: '12000', opening_arr: '288000' };
    const segments = [{ ...segment, discount: 0, conversions: { 'sal>won': 0.5 } }];
    const inputs = { plan: { start: '2026-01-01', target_arr: '600000', segments } };
    const { id } = scenarioAnswer.parse(
      (await org.post('/scenarios', { name: 'A', inputs })).body,
    ).data;
    expect((await org.post(`/scenarios/${id}/publish`, { version: 1 })).status).toBe(201);
    const { plan, forecast: told } = await forecast();
    expect(plan).toMatchObject({ name: 'A', version: 1, fiscal_year: '2026-01-01' });
    expect(told?.target).toBe('600000');
    const months = 291 / 30.4375;
    expect(Number(told?.required?.per_month)).toBeCloseTo((600000 - 336000) / months, 1);
    expect(told?.required?.missing).toBe((600000 - Number(told?.arr)).toFixed(2));
    expect(told?.required?.recent_per_month).toBe('24000.00');
    expect(told?.odds.p_hit).toBeGreaterThan(0);
    expect(told?.odds.p_hit).toBeLessThan(0.5);
  });

  it('has nothing to say without revenue, and refuses what it cannot read', async () => {
    const empty = await api.makeOrg();
    expect(await forecast({}, empty)).toEqual({ plan: null, forecast: null });
    expect((await org.get('/plans/forecast', { weeks: '0' })).status).toBe(400);
    expect((await org.get('/plans/forecast', { as_of: 'soon' })).status).toBe(400);
  });
});

describe('with little to go by', () => {
  it('has only what is there, where no stage leads to the win', async () => {
    const own = await api.makeOrg({ stages: ['won'] });
    const event = { event_id: 'e', record_id: 'r', stage: 'won', occurred_at: noon(13, 3) };
    const events = [{ ...event, amount: '500', currency: 'USD' }];
    expect((await own.post('/events', { source: 'crm', events })).status).toBe(200);
    const { forecast: told } = await forecast({}, own);
    expect(told).toMatchObject({ arr: '500.00', actual: '500.00' });
    expect(told?.odds).toMatchObject({ p10: '500.00', p90: '500.00' });
    expect(told?.change?.causes).toEqual([]);
    // Before the first win there was nothing to project.
    expect((await forecast({ as_of: '2026-02-04', weeks: '1' }, own)).forecast?.change).toBeNull();
  });
});

describe('with contracts', () => {
  it('counts what is signed, and what falls due as far as it is usually renewed', async () => {
    const own = await api.makeOrg({ stages: ['sal', 'won'] });
    expect((await own.post('/events', { source: 'crm', events: history(15) })).status).toBe(200);
    const base = { currency: 'USD', arr: '12000', segment: 'small' };
    const contracts = Array.from({ length: 56 }, (_, i) => i)
      .filter((i) => i % 4 < 2)
      .map((i) => {
        const starts_on = noon(Math.floor(i / 4), 20).slice(0, 10);
        const ends_on = noon(Math.floor(i / 4) + 12, 20).slice(0, 10);
        return { ...base, contract_id: `c${i}`, account_id: `r${i}`, starts_on, ends_on };
      })
      // The contracts of the last two wins are not there yet.
      .filter(({ starts_on }) => starts_on < '2026-02-01');
    // Of the two that fell due in January one was renewed.
    const renewed = { ...base, contract_id: 'c0+', account_id: 'r0', starts_on: '2026-01-20' };
    const all = [...contracts, { ...renewed, ends_on: '2027-01-20' }];
    expect((await own.post('/contracts', { source: 'crm', contracts: all })).status).toBe(200);
    const { forecast: told } = await forecast({}, own);
    // 26 contracts, less the two that ended in January and in February, and one again.
    expect(told?.actual).toBe('276000.00');
    expect(partOf(told, 'signed')).toMatchObject({ count: 2 });
    // March to December: 20 contracts fall due, and half of what fell due was kept: February is not
    // settled yet.
    expect(partOf(told, 'due')).toMatchObject({ count: 20, base: '240000.00', rate: 0.5 });
    expect(partOf(told, 'due')?.arr).toBe('-120000.00');
    expect(told?.arr).toBe(sumMoney((told?.parts ?? []).map(({ arr }) => arr)));
    const { causes = [], change } = told?.change ?? {};
    expect(sumMoney(causes.map(({ arr }) => arr))).toBe(change);
    const { forecast: then } = await forecast({ as_of: '2026-03-08', weeks: '1' }, own);
    expect(then?.arr).toBe(told?.change?.before);
  });
});
