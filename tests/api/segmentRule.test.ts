import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { loopAnswer } from '#lib/contract/loop.ts';
import { recordsAnswer } from '#lib/contract/records.ts';
import { settingsAnswer } from '#lib/contract/settings.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const span = { from: '2026-01-01', to: '2026-04-01' };
const rule = {
  names: { SMB: 'small', Enterprise: 'key', 'n/a': 'unknown' },
  bands: [
    { from: '0', segment: 'small' },
    { from: '10000.50', segment: 'mid' },
  ],
};

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, NOW);
});
afterAll(() => db.close());

function change({ org }: TestOrg, body: unknown) {
  const headers = { 'x-bowtie-org': org.slug, 'content-type': 'application/json' };
  const page = { method: 'PATCH', headers: { ...headers, host: 'localhost' } };
  return api.request('/api/v1/org', { ...page, body: JSON.stringify(body) });
}

async function filled(): Promise<TestOrg> {
  const one = await api.makeOrg({ order: { segment: ['SMB', 'mid', 'Enterprise'] } });
  const of = (record: string, more: object) => ({
    ...{ event_id: record, record_id: record, stage: 'won', occurred_at: '2026-01-05' },
    ...more,
  });
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const events = [
    ...[of('a', { segment: 'SMB' }), of('b', { segment: 'Enterprise', ...usd('10') })],
    ...[of('c', { segment: 'n/a', ...usd('10000.50') }), of('d', usd('10000.49')), of('e', {})],
  ];
  await one.post('/events', { source: 'crm', events });
  const accounts = [{ account_id: 'x', segment: 'SMB' }, { account_id: 'y' }];
  await one.post('/accounts', { source: 'crm', accounts });
  const sold = { day: '2026-01-10', amount: '99999', currency: 'USD' };
  const rows = ['x', 'y'].map((id) => ({ ...sold, revenue_id: id, account_id: id }));
  await one.post('/one-off-revenue', { source: 'erp', rows });
  return one;
}

describe('PATCH /org with a rule for segments', () => {
  it('moves records, what was sold once, the offered values and the groups', async () => {
    const one = await filled();
    const told = await change(one, { segment_rule: rule });
    expect(told).toMatchObject({
      ...{ status: 200, body: { data: { segment_rule: rule }, rederiving: false } },
    });
    const listed = async (query: object) => {
      const { body } = await one.get('/records', { ...span, ...query });
      return recordsAnswer
        .parse(body)
        .data.rows.map((row) => `${row.record_id} ${row.segment}`)
        .sort();
    };
    expect(await listed({ stage: 'won' })).toEqual([
      ...['a small', 'b key', 'c mid', 'd small', 'e unknown'],
    ]);
    // What is sold once is not a year's amount: no band tells of it.
    expect(await listed({ revenue: 'one_off' })).toEqual(['x small', 'y unknown']);
    const share = await one.get('/loop', { ...span, grain: 'month', segment: 'small' });
    expect(loopAnswer.parse(share.body).data.recurring_share?.whole.one_off).toBe('99999.00');

    const settings = settingsAnswer.parse((await one.get('/org')).body).data;
    expect(settings.values.segment).toEqual(['mid', 'key', 'small', 'unknown']);
    expect(settings.segment_rule).toEqual(rule);
    expect((await one.get('/segments')).body).toEqual({
      data: { written: ['Enterprise', 'SMB', 'n/a'], more: false },
    });
    const { body } = await one.get('/bowtie', { ...span, by: 'segment' });
    const { groups } = (body as { data: { groups: { key: object }[] } }).data;
    expect(groups.map(({ key }) => key)).toEqual(
      ['mid', 'key', 'small', 'unknown'].map((segment) => ({ segment })),
    );
    // A saved view may still ask for what nothing counts as any more.
    expect(await listed({ stage: 'won', segment: 'SMB' })).toEqual([]);
    expect((await one.get('/bowtie', { ...span, segment: 'nobody' })).status).toBe(400);
  });

  it('is taken as a whole: what is not in it any more is as it was written', async () => {
    const one = await filled();
    await change(one, { segment_rule: rule });
    await change(one, { segment_rule: { names: { SMB: 'tiny' }, bands: [] } });
    const { body } = await one.get('/records', { ...span, stage: 'won', segment: 'tiny' });
    expect(recordsAnswer.parse(body).data.rows.map((row) => row.record_id)).toEqual(['a']);
    const { data } = settingsAnswer.parse((await one.get('/org')).body);
    expect(data.values.segment).toEqual(['mid', 'Enterprise', 'n/a', 'tiny', 'unknown']);
  });

  const names = {};
  const from = (...amounts: string[]) => ({
    names,
    bands: amounts.map((amount) => ({ from: amount, segment: 'small' })),
  });
  it.each([
    ['bands that do not ascend', from('0', '500', '40'), 'segment_rule.bands.2.from'],
    ['a band twice', from('10', '10.00'), 'segment_rule.bands.1.from'],
    ['an amount below 0', from('-1'), 'segment_rule.bands.0.from'],
    ['parts of a cent', from('0', '1.005'), 'segment_rule.bands.1.from'],
    [
      'an amount that is a number',
      { names, bands: [{ from: 5, segment: 'a' }] },
      'segment_rule.bands.0.from',
    ],
    [
      'a band of nothing',
      { names, bands: [{ from: '0', segment: ' ' }] },
      'segment_rule.bands.0.segment',
    ],
    ['21 bands', from(...Array.from({ length: 21 }, (_, at) => `${at}`)), 'segment_rule.bands'],
    ['a name of nothing', { names: { SMB: '' }, bands: [] }, 'segment_rule.names.SMB'],
    ['a name without letters', { names: { '': 'small' }, bands: [] }, 'segment_rule.names.'],
    ['half a rule', { names }, 'segment_rule.bands'],
    ['something else', { names, bands: [], other: 1 }, 'segment_rule.other'],
  ])('refuses %s and changes nothing', async (_, segment_rule, path) => {
    const one = await api.makeOrg();
    const told = await change(one, { segment_rule, name: 'Other' });
    expect(told.status).toBe(400);
    const { error } = errorAnswer.parse(told.body);
    expect(error.issues?.map((issue) => issue.path)).toContain(path);
    expect((await one.get('/org')).body).toMatchObject({
      data: { name: one.org.name, segment_rule: { names: {}, bands: [] } },
    });
  });
});
