import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mappingBody } from '#lib/contract/ingest.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { insertImport, moveImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { NOW, testOrg } from '#tests/support/importFile.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';

const COUNT = 130;
/** A file of more than four chunks is long: its revenue is derived at the end. */
const CHUNK = 20;
const COLUMNS = [
  ...['contract_id', 'version', 'account_id', 'starts_on', 'ends_on', 'cancelled_on', 'arr'],
  ...['currency', 'segment', 'product'],
];

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-long-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

/** The contracts of a seed, as a file; a later version lies with another account. */
async function queued(org: Org, seed: number, version: number): Promise<string> {
  const rows = randomContracts(seed, COUNT).map((one, at) => {
    const account_id = `${one.account_id}-${(at * version) % 7}`;
    const row: Record<string, unknown> = { ...one, version, account_id, product: 'pro' };
    return COLUMNS.map((name) => row[name] ?? '').join(',');
  });
  const id = randomUUID();
  const path = join(folder, `${id}.csv`);
  await writeFile(path, `${[COLUMNS.join(','), ...rows].join('\n')}\n`);
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, name]));
  const mapping = mappingBody.parse({ columns });
  const row = {
    ...{ id, kind: 'contracts' as const, path, dryRun: false, mapping, fileName: 'c.csv' },
    ...{ timeZone: 'UTC', encoding: null, delimiter: null, bytesTotal: 1, createdAt: NOW() },
  };
  await inOrg(db.pool, org.id, 'write', (tx) => insertImport(tx, row));
  return id;
}

async function derived(org: Org): Promise<unknown[]> {
  const found = [];
  for (const table of ['arr_unit', 'arr_cell', 'contract_term']) {
    const { rows } = await db.owner.query(
      `select to_jsonb(t) as row from ${table} t where org_id = $1 order by 1`,
      [org.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    found.push(rows);
  }
  return found;
}

async function isDerived(org: Org): Promise<void> {
  expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
  const before = await derived(org);
  await rebuildOrg(db.pool, org.id);
  expect(await derived(org)).toEqual(before);
}

it('derives a long file of contracts at its end, also of accounts that one left', async () => {
  const org = await testOrg(db);
  for (const [seed, version] of [
    [1, 1],
    [1, 2],
    [2, 3],
  ] as const) {
    const deps = { now: NOW, chunk: version === 2 ? COUNT : CHUNK };
    await processImport(db.pool, org, await queued(org, seed, version), deps);
    await isDerived(org);
  }
});

it('derives what a cancelled one took before', async () => {
  const org = await testOrg(db);
  const id = await queued(org, 3, 1);
  let asked = 0;
  const signal = new Proxy(new AbortController().signal, {
    get(target, key) {
      if (key !== 'throwIfAborted') return Reflect.get(target, key);
      return () => {
        asked += 1;
        if (asked > 2) throw new Error('killed');
      };
    },
  });
  const killed = processImport(db.pool, org, id, { now: NOW, chunk: CHUNK, signal });
  await expect(killed).rejects.toThrow('killed');
  await inOrg(db.pool, org.id, 'write', (tx) =>
    moveImport(tx, id, ['running'], { status: 'cancelled', finishedAt: null }),
  );
  await processImport(db.pool, org, id, { now: NOW });
  await isDerived(org);
});
