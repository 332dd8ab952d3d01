import type { ImportAnswer } from '#lib/contract/ingest.ts';
import type { ImportRow } from '#lib/store/imports.ts';
import { presetLike } from '../presets.ts';

/** An import as the wire tells it. */
export function toImportAnswer(row: ImportRow): ImportAnswer {
  const { errorCode: code, errorMessage: message } = row;
  return {
    id: row.id,
    kind: row.kind,
    file_name: row.fileName,
    dry_run: row.dryRun,
    status: row.status,
    received: row.received,
    accepted: row.accepted,
    duplicates: row.duplicates,
    quarantined: row.quarantined,
    ignored: row.ignored,
    bytes: row.bytes,
    bytes_total: row.bytesTotal,
    warnings: row.warnings,
    error: code !== null && message !== null ? { code, message } : null,
    mapping_name: row.mappingName ?? presetLike(row.kind, row.mapping),
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}
