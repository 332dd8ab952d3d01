import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrAnswer } from '#lib/contract/arr.ts';
import { bowtieAnswer } from '#lib/contract/bowtie.ts';
import { type RecordRow, recordsAnswer } from '#lib/contract/records.ts';
import { trendAnswer } from '#lib/contract/trend.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { STORIES } from '#tests/support/stories.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const DAYS = { from: '2026-01-01', to: '2026-04-01', as_of: '2026-05-01T00:00:00Z' };

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  const story = STORIES.find((one) => one.name === 'the loop in money');
  api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg();
  for (const { post, source, rows } of story?.posts ?? []) {
    await org.post(`/${post}`, { source, [post]: rows });
  }
});
afterAll(() => db.close());

async function records(query: object, from = org): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  let cursor: string | null = null;
  do {
    const page = cursor === null ? {} : { cursor };
    const told = await from.get('/records', { ...DAYS, ...query, limit: 1, ...page });
    const { data } = recordsAnswer.parse(told.body);
    rows.push(...data.rows);
    cursor = data.next_cursor;
  } while (cursor !== null);
  return rows;
}

const short = (rows: RecordRow[]) =>
  rows.map((row) => [row.record_id, row.account_id, row.amount, row.outcome].join(' '));

describe('the records behind the loop', () => {
  it('are the accounts that moved', async () => {
    expect(short(await records({ movement: 'new' }))).toEqual(['e e 5000.00 ']);
    expect(short(await records({ movement: 'reactivation' }))).toEqual(['b b 1800.00 ']);
    expect(short(await records({ movement: 'expansion' }))).toEqual(['a a 600.00 ']);
    expect(short(await records({ movement: 'churn', sort: '-amount' }))).toEqual([
      'b b 2400.00 ',
      'd d 1000.00 ',
      'c c 600.00 ',
    ]);
    expect(await records({ movement: 'contraction' })).toEqual([]);
    const [first] = await records({ movement: 'churn', sort: 'entered_at' });
    expect(first?.entered_at).toBe('2026-02-01T00:00:00Z');
  });

  it('are the contracts that fell due', async () => {
    const due = ['1 a 1200.00 advanced', '3 b 2400.00 advanced', '5 c 600.00 lost'];
    expect(short(await records({ renewal: 'due' }))).toEqual(due);
    expect(short(await records({ renewal: 'renewed' }))).toEqual(due.slice(0, 2));
    expect(short(await records({ renewal: 'churned' }))).toEqual(due.slice(2));
    expect(await records({ renewal: 'open' })).toEqual([]);
    const csv = await org.get('/records.csv', { ...DAYS, renewal: 'due' });
    expect(String(csv.body).split('\r\n')).toHaveLength(5);
  });

  it('are the accounts that retention divides', async () => {
    const span = { from: '2026-01-01', to: '2026-04-01' };
    const sums = (rows: RecordRow[], field: 'amount' | 'end_amount' | 'kept_amount') =>
      rows.reduce((sum, row) => sum + Number(row[field]), 0);
    const base = await records({ ...span, retention: 'base', sort: '-end_amount' });
    const ends = base.map((row) => [row.account_id, row.amount, row.end_amount, row.kept_amount]);
    expect(ends).toEqual([
      ['a', '1200.00', '1800.00', '1200.00'],
      ['b', '2400.00', '1800.00', '1800.00'],
      ['c', '600.00', '0.00', '0.00'],
      ['d', '1000.00', '0.00', '0.00'],
    ]);
    const told = arrAnswer.parse((await org.get('/arr', { ...DAYS, grain: 'month' })).body);
    const { nrr, grr, logo_retention } = told.data.total;
    expect(sums(base, 'end_amount') / sums(base, 'amount')).toBe(nrr);
    expect(sums(base, 'kept_amount') / sums(base, 'amount')).toBe(grr);
    const kept = await records({ retention: 'kept' });
    const lost = await records({ retention: 'lost', sort: '-outcome_at' });
    expect(kept.length / base.length).toBe(logo_retention);
    expect(lost.map((row) => `${row.account_id} ${row.outcome_at}`)).toEqual([
      'c 2026-03-01T00:00:00Z',
      'd 2026-02-01T00:00:00Z',
    ]);
    const { body } = await org.get('/records.csv', { ...DAYS, retention: 'base' });
    const [head, ...lines] = String(body).trimEnd().split('\r\n');
    expect(head).toMatch(/,account_name,end_amount,kept_amount$/);
    expect(lines).toHaveLength(base.length);
    expect((await org.get('/records', { ...DAYS, retention: 'all' })).status).toBe(400);
    const other = await org.get('/records', { ...DAYS, movement: 'new', sort: 'kept_amount' });
    expect(other).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'sort' }] } } });
  });

  it('are all that pay at a date, where nothing lies between', async () => {
    const at = { from: '2026-03-20', to: '2026-03-20', retention: 'base' };
    const paying = await records({ ...at, sort: '-amount' });
    expect(short(paying)).toEqual([
      ...['e e 5000.00 advanced', 'a a 1800.00 advanced', 'b b 1800.00 advanced'],
    ]);
    expect(paying.map((row) => row.entered_at.slice(0, 10))).toEqual([
      ...['2026-03-15', '2025-01-01', '2026-03-10'],
    ]);
  });

  it('are as many as the chart says', async () => {
    const told = await org.get('/bowtie', DAYS);
    const renewals = bowtieAnswer.parse(told.body).data.total.loop?.renewals;
    for (const renewal of ['due', 'renewed', 'churned', 'open'] as const) {
      expect(await records({ renewal })).toHaveLength(renewals?.[renewal] ?? -1);
    }
  });
});

describe('recurring revenue over time', () => {
  it('keeps its contract, and balances join', async () => {
    const query = { ...DAYS, from: '2025-01-15', grain: 'week', by: 'motion' };
    const { data, meta } = arrAnswer.parse((await org.get('/arr', query)).body);
    expect(data.groups.map((group) => group.key)).toEqual([{ motion: 'unknown' }]);
    for (const { periods } of [data.total, ...data.groups]) {
      for (const [place, period] of periods.slice(1).entries()) {
        expect(period.start).toBe(periods[place]?.end);
      }
    }
    expect(meta).toMatchObject({ grain: 'week', org: org.org.slug });
    expect(data.total.periods.every((period) => period.final)).toBe(true);
    const early = { ...query, as_of: '2026-03-10' };
    const { data: past } = arrAnswer.parse((await org.get('/arr', early)).body);
    expect(past.total.periods.filter((period) => !period.final)).toHaveLength(4);
  });

  it('is a trend of balances and of retention', async () => {
    const months = { ...DAYS, grain: 'month' };
    const of = async (metric: string) => {
      const told = await org.get('/trend', { ...months, metric });
      return trendAnswer.parse(told.body).data.total.points.map((point) => point.value);
    };
    expect(await of('arr')).toEqual([5500, 2400, 8600]);
    const grr = await of('grr');
    expect(grr).toEqual([1, expect.closeTo(2100 / 5500, 9), 0.75]);
  });
});

describe('without any contract', () => {
  it('wins and movements tell the revenue, and have their records', async () => {
    const events = [
      row('1', 'r1', 'won', '2026-01-10', { account_id: 'x', amount: '100', currency: 'USD' }),
      row('2', 'r1', 'expanded', '2026-02-10', { amount: '20', currency: 'USD' }),
      row('3', 'r2', 'won', '2026-02-20', { amount: '7', currency: 'USD', segment: 'mid' }),
      row('4', 'r2', 'churned', '2026-03-20'),
      row('5', 'r3', 'won', '2026-03-02', { amount: '9', currency: 'EUR' }),
    ];
    const told = await api.makeOrg();
    await told.post('/events', { source: 'crm', events });
    const bowtie = bowtieAnswer.parse((await told.get('/bowtie', { ...DAYS, by: 'segment' })).body);
    expect(bowtie.data.total.loop).toMatchObject({
      ...{ new: '107.00', expansion: '20.00', churn: '7.00', end_arr: '120.00', unconverted: 1 },
    });
    expect(bowtie.data.total.movements).toMatchObject({ expanded: 1, churned: 1, renewed: 0 });
    expect(bowtie.meta.warnings.map((one) => one.code)).toEqual(['unconverted']);
    expect(bowtie.data.groups[0]).toMatchObject({ key: { segment: 'mid' }, loop: { new: '7.00' } });
    expect(short(await records({ movement: 'new' }, told))).toEqual(['r2  7.00 ', 'x x 100.00 ']);
    expect(await records({ renewal: 'due' }, told)).toEqual([]);
    const late = { retention: 'base', from: '2026-03-01', to: '2026-04-01' };
    expect(short(await records(late, told))).toEqual(['r2  7.00 lost', 'x x 120.00 advanced']);
  });
});

function row(event_id: string, record_id: string, stage: string, day: string, more: object = {}) {
  return { event_id, record_id, stage, occurred_at: `${day}T12:00:00Z`, ...more };
}
