import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { type ImportAnswer, type ImportKind, mappingBody } from '#lib/contract/ingest.ts';
import { eachReject } from '#lib/ingest/run/rejects.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { findImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import type { TestDatabase } from './database.ts';

export const NOW = () => new Date('2026-06-01T00:00:00Z');

/** The fields of an event under short names, for files that tests write by hand. */
export const LONG = { columns: { record_id: 'id', stage: 'stage', occurred_at: 'on' } };

export type FileCase = {
  content: string | Buffer;
  mapping?: z.input<typeof mappingBody>;
  kind?: ImportKind;
  timeZone?: string;
  encoding?: string;
  dryRun?: boolean;
};

export async function testOrg(db: TestDatabase, timeZone = 'UTC'): Promise<Org> {
  const id = randomUUID();
  const names = { slug: `o-${id.slice(0, 18)}`, name: 'Test' };
  return createOrg(db.pool, { ...names, time_zone: timeZone, currency: 'USD' }, { id, now: NOW() });
}

/** Takes a file as the command line does; `rejects` are its quarantined rows with code and line. */
export async function importFile(
  db: TestDatabase,
  org: Org,
  one: FileCase,
): Promise<{ told: ImportAnswer; rejects: string[][] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bowtie-file-'));
  try {
    const path = join(folder, 'file.csv');
    await writeFile(path, one.content);
    const told = await runImport(db.pool, org, {
      kind: one.kind ?? 'events',
      path,
      mapping: mappingBody.parse(one.mapping ?? LONG),
      timeZone: one.timeZone,
      encoding: one.encoding,
      dryRun: one.dryRun ?? false,
      now: NOW,
      newId: randomUUID,
    });
    const row = await inOrg(db.pool, org.id, 'read', (tx) => findImport(tx, told.id));
    const rejects: string[][] = [];
    if (row) {
      await eachReject(db.pool, org.id, row, async (rows) => {
        rejects.push(...rows);
      });
    }
    return { told, rejects };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
