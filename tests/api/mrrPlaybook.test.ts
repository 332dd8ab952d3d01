import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#lib/bowtie/localDay.ts';
import { bowtieAnswer } from '#lib/contract/bowtie.ts';
import { mappingBody } from '#lib/contract/ingest.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const PLAYBOOK = '../shared/data/mrr-playbook';

const MAPPING = mappingBody.parse({
  columns: {
    contract_id: 'subscription_id',
    account_id: 'customer_id',
    starts_on: 'start_date',
    ends_on: 'end_date',
    mrr: 'monthly_amount',
  },
});

describe.skipIf(!existsSync(PLAYBOOK))('the MRR playbook through the API', () => {
  let db: TestDatabase;
  let org: TestOrg;
  beforeAll(async () => {
    db = await freshDatabase();
    const api = await testApi(db, '2026-01-01T00:00:00Z');
    org = await api.makeOrg();
    const path = `${PLAYBOOK}/subscription_periods.csv`;
    const at = { now: () => api.clock.now, newId: randomUUID };
    const told = await runImport(db.pool, org.org, {
      ...at,
      kind: 'contracts',
      mapping: MAPPING,
      path,
    });
    expect(told).toMatchObject({ status: 'done', accepted: 121, quarantined: 0 });
  });
  afterAll(() => db?.close());

  it('gives every month of the sheet, which samples first days, to the cent', async () => {
    const sheet = await readFile(`${PLAYBOOK}/expected-months.csv`, 'utf8');
    const [head = '', ...lines] = sheet.trimEnd().split(/\r?\n/);
    const names = head.split(',');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const cells = line.split(',');
      const cell = (name: string) => cells[names.indexOf(name)] ?? '';
      const yearly = (name: string) => (Math.abs(Number(cell(name))) * 12).toFixed(2);
      const to = `${cell('date_month').slice(0, 8)}02`;
      const query = { from: addMonths(to, -1), to };
      const { data } = bowtieAnswer.parse((await org.get('/bowtie', query)).body);
      expect(data.total.loop, line).toMatchObject({
        start_arr: yearly('previous'),
        new: yearly('new'),
        reactivation: yearly('reactivation'),
        expansion: yearly('upgrade'),
        contraction: yearly('downgrade'),
        churn: yearly('churn'),
        end_arr: yearly('mrr'),
      });
    }
  });
});
