import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BowtieAnswer, bowtieAnswer } from '#lib/contract/bowtie.ts';
import { mappingBody } from '#lib/contract/ingest.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const MAVEN = '../shared/data/maven-crm';

const ACCOUNTS = mappingBody.parse({
  columns: { account_id: 'account', segment: 'sector', region: 'office_location' },
});
const PIPELINE = mappingBody.parse({
  columns: {
    account_id: 'account',
    owner: 'sales_agent',
    product: 'product',
    amount: 'close_value',
  },
  wide: {
    record_id: 'opportunity_id',
    stages: { sal: 'engage_date' },
    outcome: {
      date: 'close_date',
      column: 'deal_stage',
      values: { Won: 'won', Lost: 'lost' },
    },
  },
  amount_on: 'outcome',
});

describe.skipIf(!existsSync(MAVEN))('the Maven files through the API', () => {
  const days = { from: '2016-01-01', to: '2018-01-01' };
  let db: TestDatabase;
  let org: TestOrg;
  beforeAll(async () => {
    db = await freshDatabase();
    const api = await testApi(db, '2018-01-01T00:00:00Z');
    org = await api.makeOrg();
    const at = { now: () => api.clock.now, newId: randomUUID };
    const path = (name: string) => `${MAVEN}/${name}.csv`;
    const accounts = { ...at, kind: 'accounts' as const, mapping: ACCOUNTS };
    await runImport(db.pool, org.org, { ...accounts, path: path('accounts') });
    const events = { ...at, kind: 'events' as const, mapping: PIPELINE };
    await runImport(db.pool, org.org, { ...events, path: path('sales_pipeline') });
  });
  afterAll(() => db?.close());

  async function bowtie(query: object = {}): Promise<BowtieAnswer> {
    return bowtieAnswer.parse((await org.get('/bowtie', { ...days, ...query })).body);
  }

  it('gives the known answers', async () => {
    const { data, meta } = await bowtie();
    const sal = data.total.conversions.find((one) => one.from === 'sal');
    expect(sal).toMatchObject({
      ...{ base: 8300, advanced: 4238, lost: 2473, no_decision: 0, open: 1589 },
      days: { n: 4238, p50: 57 },
    });
    const won = data.total.stages.find((one) => one.stage === 'won');
    expect(won).toMatchObject({ entries: 4238, implied: 0, amount: '10005534.00' });
    expect(meta.data_through).toBe('2017-12-31T00:00:00Z');
  });

  it('adds up over the sectors, and knows 1,425 records without an account', async () => {
    const { data } = await bowtie({ by: 'segment' });
    const sum = (stage: string) =>
      data.groups
        .flatMap((group) => group.stages)
        .filter((one) => one.stage === stage)
        .reduce((total, one) => total + one.entries, 0);
    expect([sum('sal'), sum('won')]).toEqual([8300, 4238]);
    expect(data.groups.at(-1)?.key).toEqual({ segment: 'unknown' });
    expect(data.groups).toHaveLength(11);
  });

  it('opens the records behind 4,238', async () => {
    const query = { ...days, conversion: 'sal>won', outcome: 'advanced' };
    const csv = await org.get('/records.csv', query);
    const lines = String(csv.body).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 4238);
    const { data } = (await org.get('/records', { ...query, limit: 500 })).body as {
      data: { rows: { record_id: string }[]; next_cursor: string };
    };
    expect(lines.slice(1, 501).map((line) => line.split(',')[0])).toEqual(
      data.rows.map((row) => row.record_id),
    );
  });
});
