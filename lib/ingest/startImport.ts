import { Refusal } from '#lib/contract/errors.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import { isTimeZone } from '#lib/contract/timeZone.ts';
import { insertImport } from '#lib/store/imports.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { enqueueImport } from '#lib/store/jobQueue.ts';
import type { Org } from '#lib/store/orgs.ts';
import { columnNames } from './file/columnNames.ts';
import { sniffReading } from './file/sniffReading.ts';
import { headRecords } from './file/sniffTable.ts';
import { checkMapping } from './mapping/checkMapping.ts';

export type ImportRequest = {
  kind: ImportKind;
  mapping: Mapping;
  timeZone?: string | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  dryRun: boolean;
  file: { path: string; fileName: string; bytes: number };
};

/** Refuses at once what a look at the file and its first line can tell; the rest the run finds. */
export async function checkImport(request: ImportRequest): Promise<{ header: string[] }> {
  const { kind, mapping, timeZone, file } = request;
  checkTimeZone(timeZone);
  const { headText, headIsAll, delimiter } = await sniffReading(file.path, request);
  const first = headRecords(headText, delimiter, headIsAll)[0];
  const header = first ? columnNames(first.cells, mapping.header) : undefined;
  checkMapping(kind, mapping, header);
  return { header: header ?? [] };
}

export function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined || isTimeZone(timeZone)) return;
  const message = 'must be an IANA time zone, for example "Asia/Shanghai"';
  throw new Refusal('invalid_request', `time_zone: ${message}`, [{ path: 'time_zone', message }]);
}

/** Puts an import and its job down in one transaction. */
export async function startImport(
  tx: Tx,
  org: Org,
  request: ImportRequest,
  at: { id: string; now: Date },
): Promise<void> {
  await insertImport(tx, {
    id: at.id,
    kind: request.kind,
    fileName: request.file.fileName,
    path: request.file.path,
    dryRun: request.dryRun,
    mapping: request.mapping,
    timeZone: request.timeZone ?? org.timeZone,
    encoding: request.encoding ?? null,
    delimiter: request.delimiter ?? null,
    bytesTotal: request.file.bytes,
    createdAt: at.now,
  });
  await enqueueImport(tx, at.id);
}
