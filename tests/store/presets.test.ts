import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRESETS } from '#lib/contract/uploads.ts';
import { findPreset } from '#lib/ingest/presets.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { importFile, testOrg } from '#tests/support/importFile.ts';

const SAMPLES = '../shared/data/connector-samples';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

async function take(name: string, content: string) {
  const preset = findPreset(name);
  if (preset === null) throw new Error(`no preset ${name}`);
  const { kind, mapping } = preset;
  return importFile(db, await testOrg(db), { content, kind, mapping });
}

describe('presets', () => {
  it('are all there, and no others', () => {
    for (const name of PRESETS) expect(findPreset(name), name).not.toBeNull();
    expect(findPreset('toString')).toBeNull();
  });

  it('read a history of opportunities as Salesforce exports it', async () => {
    const { told } = await take(
      'salesforce-opportunity-history',
      'Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate\n' +
        '008A,006A,2026-01-05T09:00:00.000+0000,Prospecting,1000,2026-03-01\n' +
        '008B,006A,2026-02-05T09:00:00.000+0000,Closed Won,1200,2026-02-05\n' +
        '008C,006A,2026-02-06T09:00:00.000+0000,Our own stage,1200,2026-02-05\n',
    );
    expect(told).toMatchObject({ accepted: 2, quarantined: 1 });
  });

  describe.skipIf(!existsSync(SAMPLES))('find their columns in the samples of syncs', () => {
    const files = {
      'fivetran-salesforce-opportunities': 'salesforce/sf_opportunity_data.csv',
      'fivetran-salesforce-accounts': 'salesforce/sf_account_data.csv',
      'fivetran-hubspot-deal-stages': 'hubspot/deal_stage_data.csv',
    };
    for (const [name, file] of Object.entries(files)) {
      it(name, async () => {
        const { told } = await take(name, await readFile(`${SAMPLES}/${file}`, 'utf8'));
        expect(told).toMatchObject({ status: 'done', error: null });
        expect(told.received).toBeGreaterThan(5);
        // Stage names and types are hashed in the samples: only the shape can be held to account.
        if (name.endsWith('accounts')) expect(told.accepted).toBe(told.received);
      });
    }
  });
});
