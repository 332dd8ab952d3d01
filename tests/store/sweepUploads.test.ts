import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepUploads } from '#lib/jobs/sweepUploads.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { findUpload, insertUpload } from '#lib/store/uploads.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { testOrg } from '#tests/support/importFile.ts';

const NOW = new Date('2026-06-20T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

it('removes files a week after they came, and orphans a day later', async () => {
  const db = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'bowtie-sweep-'));
  const folder = join(dataDir, 'uploads');
  await mkdir(folder);
  const org = await testOrg(db);
  const put = async (name: string, age: number) => {
    await writeFile(join(folder, name), 'x');
    await utimes(join(folder, name), daysAgo(age), daysAgo(age));
  };
  const add = async (name: string, age: number) => {
    await put(name, age);
    const id = randomUUID();
    const row = { id, fileName: name, path: join(folder, name), bytes: 1, sha256: '' };
    const upload = { ...row, createdAt: daysAgo(age) };
    await inOrg(db.pool, org.id, 'write', (tx) => insertUpload(tx, upload));
    return id;
  };
  const old = await add('old', 7.5);
  const young = await add('young', 6.5);
  await put('old orphan', 8.5);
  await put('young orphan', 7.5);
  await sweepUploads(db.pool, dataDir, NOW);
  expect((await readdir(folder)).sort()).toEqual(['young', 'young orphan']);
  const find = (id: string) => inOrg(db.pool, org.id, 'read', (tx) => findUpload(tx, id));
  expect(await find(old)).toBeNull();
  expect(await find(young)).not.toBeNull();
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});
