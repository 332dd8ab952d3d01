import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Pool } from 'pg';
import { Refusal } from '#lib/contract/errors.ts';
import type { ImportAnswer, ImportKind, Mapping } from '#lib/contract/ingest.ts';
import { findImport, insertImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { checkMapping } from './mapping/checkMapping.ts';
import { processImport } from './run/processImport.ts';
import { toImportAnswer } from './run/toImportAnswer.ts';
import { checkTimeZone } from './startImport.ts';

export type ImportOptions = {
  kind: ImportKind;
  path: string;
  mapping: Mapping;
  timeZone?: string | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  dryRun?: boolean;
  now: () => Date;
  newId: () => string;
};

/** Takes a file that lies on this machine, all of it, and tells how it went. */
export async function runImport(
  pool: Pool,
  org: Org,
  options: ImportOptions,
): Promise<ImportAnswer> {
  const { kind, mapping, dryRun = false } = options;
  checkMapping(kind, mapping);
  checkTimeZone(options.timeZone);
  const path = resolve(options.path);
  const id = options.newId();
  const row = {
    ...{ id, kind, path, dryRun, mapping },
    fileName: basename(path),
    timeZone: options.timeZone ?? org.timeZone,
    encoding: options.encoding ?? null,
    delimiter: options.delimiter ?? null,
    bytesTotal: await sizeOf(path),
    createdAt: options.now(),
  };
  await inOrg(pool, org.id, 'write', (tx) => insertImport(tx, row));
  await processImport(pool, org, id, options);
  const ended = await inOrg(pool, org.id, 'read', (tx) => findImport(tx, id));
  if (ended === null) throw new Error('the import vanished while it ran');
  return toImportAnswer(ended);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return found.size;
  throw new Refusal('invalid_request', `file: there is no file ${path}`);
}
