import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappingBody } from '#lib/contract/ingest.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { claimImport, findImport, insertImport, moveImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { LONG, NOW, testOrg } from '#tests/support/importFile.ts';

const ROWS = 23_000;

/** Rows of one transaction. */
const CHUNK = 2000;

let db: TestDatabase;
let folder: string;
let path: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-run-'));
  path = join(folder, 'events.csv');
  const stages = ['mql', 'sql', 'sal', 'won'];
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1 + (at % 400))).toISOString().slice(0, 10);
    // One row in a hundred is bad, one comes twice.
    const stage = at % 100 === 0 ? '?' : stages[at % 4];
    return at % 100 === 1 ? 'r2,sal,2025-01-03' : `r${at % 500},${stage},${day}`;
  });
  await writeFile(path, `id,stage,on\n${lines.join('\n')}\n`);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function queued(org: Org): Promise<string> {
  const id = randomUUID();
  const row = {
    ...{ id, kind: 'events' as const, path, dryRun: false, mapping: mappingBody.parse(LONG) },
    ...{ fileName: 'events.csv', timeZone: 'UTC', encoding: null, delimiter: null },
    ...{ bytesTotal: 1, createdAt: NOW() },
  };
  await inOrg(db.pool, org.id, 'write', (tx) => insertImport(tx, row));
  return id;
}

const found = (org: Org, id: string) => inOrg(db.pool, org.id, 'read', (tx) => findImport(tx, id));

async function content(org: Org): Promise<string> {
  const rows = await db.owner.query(
    `select md5(string_agg(t::text, '|' order by t::text)) as sum, count(*)::int as n from (
       select record_id, stage, rule, entered_at, implied, outcome, next_at from stage_entry
       where org_id = $1) t`,
    [org.id],
  );
  return JSON.stringify(rows.rows);
}

/** What was derived is what a rebuild derives. */
async function isDerived(org: Org): Promise<void> {
  const before = await content(org);
  await rebuildOrg(db.pool, org.id);
  expect(await content(org)).toBe(before);
}

/** A clock that ends the run at its nth reading, as a kill would: between two chunks. */
function abortAfter(chunks: number): { signal: AbortSignal } {
  const controller = new AbortController();
  let asked = 0;
  return {
    signal: new Proxy(controller.signal, {
      get(target, key) {
        if (key !== 'throwIfAborted') return Reflect.get(target, key);
        return () => {
          asked += 1;
          if (asked > chunks) throw new Error('killed');
        };
      },
    }),
  };
}

describe('an import', () => {
  it('that is killed goes on at its cursor and ends as if nothing had been', async () => {
    const whole = await testOrg(db);
    const mapping = mappingBody.parse(LONG);
    const deps = { now: NOW, newId: randomUUID };
    const told = await runImport(db.pool, whole, { kind: 'events', path, mapping, ...deps });
    expect(told).toMatchObject({ status: 'done', received: ROWS, quarantined: ROWS / 100 });

    const org = await testOrg(db);
    const id = await queued(org);
    for (const chunks of [0, 1, 2]) {
      const killed = processImport(db.pool, org, id, { now: NOW, ...abortAfter(chunks) });
      await expect(killed).rejects.toThrow('killed');
      expect(await found(org, id)).toMatchObject({ status: 'running' });
    }
    expect(await found(org, id)).toMatchObject({ received: 3 * CHUNK });
    await processImport(db.pool, org, id, { now: NOW });
    const { received, accepted, duplicates, quarantined } = told;
    expect(await found(org, id)).toMatchObject({
      ...{ status: 'done', received, accepted, duplicates, quarantined },
    });
    expect(await content(org)).toBe(await content(whole));
    await isDerived(org);
  });

  it('is written by one run only: the older one stops when another took over', async () => {
    const org = await testOrg(db);
    const id = await queued(org);
    const slow = processImport(db.pool, org, id, { now: NOW });
    const taken = await inOrg(db.pool, org.id, 'write', (tx) => claimImport(tx, id, NOW()));
    expect(taken).toMatchObject({ status: 'running' });
    await slow;
    await processImport(db.pool, org, id, { now: NOW });
    const end = await found(org, id);
    expect(end).toMatchObject({ status: 'done', received: ROWS });
    const facts = await db.owner.query(
      'select count(*)::int as n from quarantine where org_id = $1',
      [org.id],
    );
    expect(facts.rows[0].n).toBe(ROWS / 100);
  });

  it('that is cancelled keeps what it took, and can go on', async () => {
    const org = await testOrg(db);
    const id = await queued(org);
    const killed = processImport(db.pool, org, id, { now: NOW, ...abortAfter(1) });
    await expect(killed).rejects.toThrow();
    const move = (from: string[], status: 'queued' | 'cancelled') =>
      inOrg(db.pool, org.id, 'write', (tx) =>
        moveImport(tx, id, from, { status, finishedAt: null }),
      );
    expect(await move(['running'], 'cancelled')).toBe(true);
    await processImport(db.pool, org, id, { now: NOW });
    expect(await found(org, id)).toMatchObject({ status: 'cancelled', received: CHUNK });
    await isDerived(org);
    expect(await move(['cancelled'], 'queued')).toBe(true);
    await processImport(db.pool, org, id, { now: NOW });
    expect(await found(org, id)).toMatchObject({ status: 'done', received: ROWS });
  });
});
