import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processImport } from '#lib/ingest/run/processImport.ts';
import type { Org } from '#lib/store/orgs.ts';
import { createRandom, type Random } from '#prisma/sample/random.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { faultRows, writeFaultFile } from '#tests/support/faults/faultFile.ts';
import {
  contentOf,
  expectedOf,
  faultOrg,
  importOf,
  queueImport,
} from '#tests/support/faults/faultImport.ts';
import { FAULT_NOW } from '#tests/support/faults/faultNow.ts';
import { seeds } from '#tests/support/faults/seeds.ts';

const ROWS = 900;

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-fault-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function take(org: Org, rows: readonly string[], chunk: number): Promise<string> {
  const path = join(folder, 'events.csv');
  await writeFaultFile(path, rows);
  const id = await queueImport(db.pool, org, path);
  await processImport(db.pool, org, id, { now: FAULT_NOW, chunk });
  return id;
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const derived = ({ rejects: _, ...rest }: Record<string, string>) => rest;

describe.each(seeds(20))('every row three times in any order (SEED=%d)', (seed) => {
  it.each([100, 400])('gives what each row once in order gives, chunks of %d', async (chunk) => {
    const random = createRandom(seed);
    const rows = faultRows(seed, ROWS, { versioned: true });
    const plain = await faultOrg(db.pool);
    const { content } = await expectedOf(db.pool, plain, await take(plain, rows, chunk));

    const org = await faultOrg(db.pool);
    const thrice = shuffled(random, [...rows, ...rows, ...rows]);
    const cut = random.whole(1, thrice.length - 1);
    const parts = [thrice.slice(0, cut), thrice.slice(cut)];
    let accepted = 0;
    for (const part of parts) {
      const told = await importOf(db.pool, org, await take(org, part, chunk));
      accepted += told?.accepted ?? 0;
    }
    expect(derived(await contentOf(db.pool, org))).toEqual(derived(content));
    expect(accepted).toBe(Number(content.facts?.split(' ')[0]));
  });
});
