import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '#lib/cli/backup/restoreBackup.ts';
import { writeBackup } from '#lib/cli/backup/writeBackup.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { createOrg, listOrgs } from '#lib/store/orgs.ts';
import { createPool } from '#lib/store/pool.ts';
import { type OrdinaryDatabase, ordinaryDatabase } from '#tests/support/ordinaryDatabase.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
let source: OrdinaryDatabase;
let folder: string;
beforeAll(async () => {
  source = await ordinaryDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-backup-'));
  await fill(source.url);
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

const NAUGHTY = 'tab\there, "quote", back\\slash, \\N, 赢单, line\nbreak';

const RULE = { names: { [NAUGHTY]: 'small' }, bands: [{ from: '0.50', segment: NAUGHTY }] };

async function fill(url: string): Promise<void> {
  const pool = createPool(url);
  for (const slug of ['first', 'second']) {
    const settings = { slug, name: slug, time_zone: 'UTC', currency: 'USD', segment_rule: RULE };
    const org = await createOrg(pool, settings, { id: randomUUID(), now: NOW });
    await inOrg(pool, org.id, 'write', async (tx) => {
      await tx.client.query(
        `insert into dimension_value (org_id, dimension, value)
         select $1, 'segment', $2 || n from generate_series(1, 500) n`,
        [org.id, NAUGHTY],
      );
    });
  }
  await pool.end();
}

async function segments(url: string): Promise<Record<string, string[]>> {
  const pool = createPool(url);
  const found: Record<string, string[]> = {};
  for (const org of await listOrgs(pool)) {
    found[org.slug] = await inOrg(pool, org.id, 'read', async (tx) => {
      const result = await tx.client.query('select value from dimension_value order by value');
      return result.rows.map((row) => row.value);
    });
  }
  await pool.end();
  return found;
}

async function copyOf(from: string, change: (name: string, bytes: Buffer) => Buffer) {
  const target = await mkdtemp(join(tmpdir(), 'bowtie-backup-'));
  for (const name of await readdir(from)) {
    await writeFile(join(target, name), change(name, await readFile(join(from, name))));
  }
  return target;
}

describe('backup and restore', () => {
  let backup: string;
  beforeAll(async () => {
    backup = join(folder, 'whole');
    await writeBackup(source.url, backup, NOW);
  });

  it('brings back every row, though the owner is bound by row-level security', async () => {
    const target = await ordinaryDatabase();
    const manifest = await restoreBackup(target.url, backup);
    expect(manifest.files.find((file) => file.table === 'dimension_value')?.rows).toBe(1000);
    expect(await segments(target.url)).toEqual(await segments(source.url));
    const pool = createPool(target.url);
    const orgs = await listOrgs(pool);
    expect(orgs.map(({ segmentRule }) => segmentRule)).toEqual([RULE, RULE]);
    const seen = await pool.query('select count(*)::int as n from dimension_value');
    expect(seen.rows).toEqual([{ n: 0 }]);
    await pool.end();
    await expect(restoreBackup(target.url, backup)).rejects.toThrow('is not empty');
    await target.close();
  });

  it('refuses a file with one wrong byte, and leaves the database empty', async () => {
    const damaged = await copyOf(backup, (name, bytes) => {
      if (name === 'dimension_value.copy.gz') bytes[100] = (bytes[100] ?? 0) ^ 1;
      return bytes;
    });
    const target = await ordinaryDatabase();
    await expect(restoreBackup(target.url, damaged)).rejects.toThrow('is damaged');
    expect(await segments(target.url)).toEqual({});
    await target.close();
    await rm(damaged, { recursive: true });
  });

  it('refuses a backup of a newer version, and a folder that is none', async () => {
    const newer = await copyOf(backup, (name, bytes) => {
      if (name !== 'manifest.json') return bytes;
      return Buffer.from(String(bytes).replace('"0001_init"', '"0001_init", "9999_later"'));
    });
    const target = await ordinaryDatabase();
    await expect(restoreBackup(target.url, newer)).rejects.toThrow('9999_later');
    await expect(restoreBackup(target.url, folder)).rejects.toThrow('holds no backup');
    await target.close();
    await rm(newer, { recursive: true });
  });

  it('never writes over another backup', async () => {
    await expect(writeBackup(source.url, backup, NOW)).rejects.toThrow('is not empty');
  });
});
