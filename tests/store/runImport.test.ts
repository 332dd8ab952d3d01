import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappingBody } from '#lib/contract/ingest.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const MAVEN = '../shared/data/maven-crm';
const now = () => new Date('2026-06-01T00:00:00Z');

let db: TestDatabase;
let org: Org;
beforeAll(async () => {
  db = await freshDatabase();
  org = await createOrg(
    db.pool,
    { slug: 'maven', name: 'Maven', time_zone: 'UTC', currency: 'USD' },
    { id: randomUUID(), now: now() },
  );
});
afterAll(async () => {
  await db.close();
});

describe.skipIf(!existsSync(MAVEN))('the Maven files', () => {
  const options = { now, newId: randomUUID };

  it('takes the accounts', async () => {
    const mapping = mappingBody.parse({
      columns: {
        account_id: 'account',
        name: 'account',
        segment: 'sector',
        region: 'office_location',
      },
    });
    const path = `${MAVEN}/accounts.csv`;
    const told = await runImport(db.pool, org, { ...options, kind: 'accounts', path, mapping });
    expect(told).toMatchObject({ status: 'done', received: 85, accepted: 85, quarantined: 0 });
  });

  it('takes the pipeline as a wide file, and again as duplicates only', async () => {
    const mapping = mappingBody.parse({
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
    const path = `${MAVEN}/sales_pipeline.csv`;
    const all = { ...options, kind: 'events' as const, path, mapping };
    const counts = { received: 8800, accepted: 8300, duplicates: 0, quarantined: 500, ignored: 0 };
    const dry = await runImport(db.pool, org, { ...all, dryRun: true });
    expect(dry).toMatchObject({ status: 'done', dry_run: true, ...counts });
    const told = await runImport(db.pool, org, all);
    expect(told).toMatchObject({ status: 'done', ...counts });
    const again = await runImport(db.pool, org, all);
    expect(again).toMatchObject({ accepted: 0, duplicates: 8300, quarantined: 500 });
    const won = await db.owner.query(
      `select count(*)::int as won, sum(amount_reporting)::text as amount from stage_entry
       where stage = 'won' and rule in ('both', 'implied')`,
    );
    expect(won.rows).toEqual([{ won: 4238, amount: '10005534.00' }]);
    const codes = await db.owner.query('select distinct code from quarantine');
    expect(codes.rows).toEqual([{ code: 'no_events' }]);
  });
});

const PLAYBOOK = '../shared/data/mrr-playbook/subscription_periods.csv';

describe.skipIf(!existsSync(PLAYBOOK))('the periods of a subscription business', () => {
  it('are taken as contracts, the year of each twelve of its months', async () => {
    const mapping = mappingBody.parse({
      columns: {
        ...{ contract_id: 'subscription_id', account_id: 'customer_id' },
        ...{ starts_on: 'start_date', ends_on: 'end_date', mrr: 'monthly_amount' },
      },
      constants: { currency: 'USD' },
    });
    const all = { kind: 'contracts' as const, path: PLAYBOOK, mapping, now, newId: randomUUID };
    const told = await runImport(db.pool, org, all);
    expect(told).toMatchObject({ status: 'done', received: 121, accepted: 121 });
    const kept = await db.owner.query(
      `select arr::text as arr from contract where contract_id = '1' and org_id = $1`,
      [org.id],
    );
    expect(kept.rows).toEqual([{ arr: '600.00' }]);
  });
});
