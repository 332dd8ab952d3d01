import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { loopAnswer } from '#lib/contract/loop.ts';
import { oneOffAnswer } from '#lib/contract/oneOff.ts';
import { type RecordRow, recordsAnswer } from '#lib/contract/records.ts';
import { readOneOff } from '#lib/ingest/readOneOff.ts';
import { putFxRates } from '#lib/store/fxRates.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const span = { from: '2026-01-01', to: '2026-04-01' };
const row = { account_id: 'a', day: '2026-01-10', amount: '2500', product: 'Setup' };

let db: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  const api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg();
  const base = { account_id: 'a', currency: 'USD', segment: 'mid', product: 'Base' };
  // 120,000 a year from January on; 60,000 more from the middle of February, of another customer.
  const contracts = [
    { ...base, contract_id: '1', starts_on: '2026-01-01', ends_on: null, arr: '120000' },
    {
      ...{ ...base, account_id: 'b', segment: 'small', contract_id: '2', arr: '60000' },
      ...{ starts_on: '2026-02-15', ends_on: null },
    },
  ];
  await org.post('/contracts', { source: 'crm', contracts });
  const accounts = [{ account_id: 'a', name: 'Acme', segment: 'mid' }];
  await org.post('/accounts', { source: 'crm', accounts });
});
afterAll(() => db.close());

async function shareOf(query: object = {}) {
  const told = await org.get('/loop', { ...span, grain: 'month', ...query });
  return loopAnswer.parse(told.body).data.recurring_share;
}

async function send(rows: object[], source = 'erp') {
  return org.post('/one-off-revenue', { source, rows });
}

async function listed(query: object): Promise<RecordRow[]> {
  const told = await org.get('/records', { ...span, revenue: 'one_off', ...query });
  return recordsAnswer.parse(told.body).data.rows;
}

describe('the recurring share of revenue', () => {
  it('is not told before one-off revenue is loaded: 100 % would be a claim', async () => {
    expect(await shareOf()).toBeNull();
  });

  it('takes rows once, and a row with a known id in place of the old one', async () => {
    const wrong = { ...row, revenue_id: 'i1', amount: '9999' };
    const taken = async (rows: object[]) => oneOffAnswer.parse((await send(rows)).body).data;
    expect(await taken([wrong])).toEqual({ received: 1, accepted: 1, duplicates: 0 });
    const right = { ...wrong, amount: '2500' };
    const march = { revenue_id: 'i2', account_id: 'c', day: '2026-03-31', amount: '1000.004' };
    expect(await taken([right, march])).toEqual({ received: 2, accepted: 2, duplicates: 0 });
    expect(await taken([right, march])).toEqual({ received: 2, accepted: 0, duplicates: 2 });
  });

  it('is recurring / total, a twelfth of the ARR a month', async () => {
    const told = await shareOf();
    // February: 28 days of 120,000 and 14 of 60,000; March: a whole month of 180,000.
    expect(told?.periods).toEqual([
      {
        from: '2026-01-01',
        to: '2026-02-01',
        recurring: '10000.00',
        one_off: '2500.00',
        share: 0.8,
      },
      { from: '2026-02-01', to: '2026-03-01', recurring: '12500.00', one_off: '0.00', share: 1 },
      {
        ...{ from: '2026-03-01', to: '2026-04-01', recurring: '15000.00', one_off: '1000.00' },
        share: 15000 / 16000,
      },
    ]);
    expect(told?.whole).toMatchObject({ recurring: '37500.00', one_off: '3500.00' });
  });

  it('follows filters, and stops at the day of as_of', async () => {
    expect((await shareOf({ segment: 'mid' }))?.whole).toMatchObject({
      ...{ recurring: '30000.00', one_off: '2500.00' },
    });
    expect((await shareOf({ product: 'Setup' }))?.whole).toMatchObject({
      ...{ recurring: '0.00', one_off: '2500.00', share: 0 },
    });
    expect((await shareOf({ as_of: '2026-01-15' }))?.whole).toMatchObject({
      ...{ recurring: '4838.71', one_off: '2500.00' },
    });
    expect((await shareOf({ as_of: '2026-01-09' }))?.whole.one_off).toBe('0.00');
    expect((await shareOf({ from: '2025-01-01', to: '2025-02-01' }))?.whole.share).toBeNull();
  });

  it('converts at the rate of the day; without one an amount is left out and counted', async () => {
    await send([
      { revenue_id: 'e1', account_id: 'a', day: '2026-02-10', amount: '1', currency: 'eur' },
    ]);
    expect(await shareOf()).toMatchObject({ unconverted: 1, whole: { one_off: '3500.00' } });
    const rate = { currency: 'EUR', onDate: '2026-02-01', rate: '1.105' };
    await inOrg(db.pool, org.org.id, 'write', (tx) => putFxRates(tx, [rate]));
    expect(await shareOf()).toMatchObject({ unconverted: 0, whole: { one_off: '3501.11' } });
  });

  it('has its records', async () => {
    const rows = await listed({ sort: 'entered_at' });
    expect(rows.map((one) => [one.record_id, one.account_name, one.amount, one.currency])).toEqual([
      ['i1', 'Acme', '2500.00', 'USD'],
      ['e1', 'Acme', '1.11', 'USD'],
      ['i2', null, '1000.00', 'USD'],
    ]);
    expect(rows[0]).toMatchObject({ entered_at: '2026-01-10T00:00:00Z', product: 'Setup' });
    expect(await listed({ segment: 'mid', to: '2026-02-01' })).toHaveLength(1);
    const file = await org.get('/records.csv', { ...span, revenue: 'one_off' });
    expect(String(file.body).trim().split('\r\n')).toHaveLength(4);
  });
});

describe('POST /one-off-revenue', () => {
  it.each([
    ['rows.0.amount', { amount: '-1' }],
    ['rows.0.amount', { amount: 5 }],
    ['rows.0.day', { day: '2026-02-30' }],
    ['rows.0.currency', { currency: 'XYZ' }],
    ['rows.0.account_id', { account_id: '' }],
    ['rows.0', { colour: 'red' }],
  ])('refuses the whole call for a wrong %s', async (path, wrong) => {
    const told = await send([{ ...row, revenue_id: 'new', ...wrong }]);
    expect(told.status).toBe(400);
    const paths = errorAnswer.parse(told.body).error.issues?.map((issue) => issue.path);
    expect(paths?.some((one) => one.startsWith(path))).toBe(true);
    expect((await listed({})).map((one) => one.record_id)).not.toContain('new');
  });

  it('refuses an id that comes twice', async () => {
    const twice = { ...row, revenue_id: 'x' };
    expect((await send([twice, twice])).status).toBe(400);
  });
});

describe('a file of one-off revenue', () => {
  it('needs no ids: the same file again changes nothing', () => {
    const csv = 'Account_ID,day,amount\na,2026-01-01,5\na,2026-01-01,5\nb,2026-01-01,7.50\n';
    expect(readOneOff(csv).map((one) => one.revenue_id)).toEqual([
      'a:2026-01-01:1',
      'a:2026-01-01:2',
      'b:2026-01-01:1',
    ]);
  });

  it.each([
    ['account,day,amount\n', 'no account_id'],
    ['account_id,day,amount,colour\n', '"colour"'],
    ['account_id,day,amount\na,2026-01-01,5\na,1.2.2026,5\n', 'line 3: day'],
    ['account_id,day,amount\na,2026-01-01,\n', 'line 2: amount'],
  ])('says what is wrong with %j', (csv, told) => {
    expect(() => readOneOff(csv)).toThrow(told);
  });
});
