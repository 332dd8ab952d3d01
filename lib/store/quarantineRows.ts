import sql from 'sql-template-tag';
import type { ImportKind, QuarantineCode } from '#lib/contract/ingest.ts';
import { jsonText } from '#lib/contract/jsonText.ts';
import type { Tx } from './inOrg.ts';
import { type Cell, columns, insertRows, rowsOf } from './insertRows.ts';

export type QuarantinedRow = {
  source: string;
  line: number;
  /** The row as it came: an object of the API, or the cells of a line. */
  raw: unknown;
  code: QuarantineCode;
  message: string;
};

const COLUMNS = [
  ...columns('uuid', 'import_id'),
  ...columns('text', 'source', 'kind'),
  ...columns('bigint', 'line'),
  ...columns('jsonb', 'raw'),
  ...columns('text', 'code', 'message'),
  ...columns('instant', 'received_at'),
];

/**
 * Keeps rows that could not be taken. The row is JSON text inside a JSON string, because `jsonb`
 * itself refuses NUL and lone surrogates, and a bad row may hold both.
 */
export async function quarantineRows(
  tx: Tx,
  kind: ImportKind,
  list: readonly QuarantinedRow[],
  at: { receivedAt: number; importId: string | null },
): Promise<void> {
  const cells = rowsOf(list, (row): Cell[] => [
    at.importId,
    row.source,
    kind,
    row.line,
    JSON.stringify(jsonText(row.raw)),
    row.code,
    row.message,
    at.receivedAt,
  ]);
  await insertRows(tx, 'quarantine', COLUMNS, cells);
}

/** Quarantined rows of one import by line, a page at a time. */
export async function quarantinedRows(
  tx: Tx,
  importId: string,
  page: { afterLine: number; limit: number },
): Promise<{ line: number; raw: unknown; code: string; message: string }[]> {
  const question = sql`select line::float8 as line, raw #>> '{}' as raw, code, message
    from quarantine where org_id = ${tx.orgId}::uuid and import_id = ${importId}::uuid
      and released_at is null
      and line > ${page.afterLine} order by line limit ${page.limit}`;
  const result = await tx.client.query<{
    line: number;
    raw: string;
    code: string;
    message: string;
  }>({ text: question.text, values: question.values });
  return result.rows.map((row) => ({ ...row, raw: JSON.parse(row.raw) }));
}
