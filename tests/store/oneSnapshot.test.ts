import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { inOneSnapshot } from '#lib/store/heldRead.ts';
import { holdOrg } from '#lib/store/holdOrg.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { prepared } from '#lib/store/prepared.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { testOrg } from '#tests/support/importFile.ts';

let db: TestDatabase;
let org: Org;
beforeAll(async () => {
  db = await freshDatabase();
  org = await testOrg(db);
});
afterAll(() => db.close());

const countRow = z.strictObject({ count: z.int() });
const countPeople = async (tx: Tx): Promise<number> => {
  const own = sql`select count(*)::int as count from person where org_id = ${tx.orgId}::uuid`;
  return (await prepared(tx, countRow, own))[0]?.count ?? -1;
};
const addPerson = (name: string) =>
  inOrg(db.pool, org.id, 'write', (tx) =>
    tx.client.query(`insert into person (org_id, owner, name, role) values ($1, $2, $2, 'AE')`, [
      tx.orgId,
      name,
    ]),
  );
const people = () => inOrg(db.pool, org.id, 'read', countPeople);
const allGiven = () => expect(db.pool.idleCount).toBe(db.pool.totalCount);

it('everything that answers a caller is of the moment in which he was known', async () => {
  const before = await people();
  await inOneSnapshot(async () => {
    expect((await holdOrg(db.pool, org.id))?.slug).toBe(org.slug);
    await addPerson('while he is answered');
    expect(await people()).toBe(before);
    expect(await people()).toBe(before);
  });
  expect(await people()).toBe(before + 1);
  allGiven();
});

it('a question that fails gives its connection back, and the next one has its own', async () => {
  await inOneSnapshot(async () => {
    await holdOrg(db.pool, org.id);
    const failing = inOrg(db.pool, org.id, 'read', (tx) => tx.client.query('select 1 / 0'));
    await expect(failing).rejects.toThrow('division by zero');
    expect(await people()).toBeGreaterThanOrEqual(0);
  });
  allGiven();
});

it('a file that is still being sent keeps the snapshot to its end', async () => {
  const gate = Promise.withResolvers<void>();
  const before = await people();
  let sending: Promise<number> | undefined;
  await inOneSnapshot(async () => {
    await holdOrg(db.pool, org.id);
    sending = inOrg(db.pool, org.id, 'read', async (tx) => {
      await gate.promise;
      return countPeople(tx);
    });
  });
  await addPerson('while it is sent');
  gate.resolve();
  expect(await sending).toBe(before);
  allGiven();
});

it('another organization is never answered from it', async () => {
  const other = await testOrg(db);
  await inOneSnapshot(async () => {
    await holdOrg(db.pool, org.id);
    expect(await inOrg(db.pool, other.id, 'read', countPeople)).toBe(0);
  });
  allGiven();
});

it('a plan that is kept is not used where a table stands before its table', async () => {
  const before = await people();
  for (let time = 0; time < 8; time += 1) expect(await people()).toBe(before);
  await inOrg(db.pool, org.id, 'write', async (tx) => {
    await tx.client.query('create temporary table person (org_id uuid) on commit drop');
    expect(await countPeople(tx)).toBe(0);
  });
  expect(await people()).toBe(before);
});
