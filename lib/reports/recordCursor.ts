import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { RECORD_FIELDS, type SortField } from '#lib/contract/records.ts';
import { SORT_VALUES } from '#lib/store/listRecords.ts';

const cursorShape = z.strictObject({
  question: z.string(),
  asOf: z.int().min(-8.64e15).max(8.64e15),
  value: z.string().nullable(),
  recordId: z.string(),
  place: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});

/** Where a page ended; `asOf` holds on to the moment of the first page. */
export type RecordCursor = z.infer<typeof cursorShape>;

export function writeCursor(cursor: RecordCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Refuses a cursor that is not ours, or belongs to another question. */
export function readCursor(text: string, question: string, field: SortField): RecordCursor {
  const cursor = cursorShape.safeParse(decode(text));
  if (cursor.success && cursor.data.question === question && isUsable(cursor.data, field)) {
    return cursor.data;
  }
  const message = 'is not a cursor of this question; start again without it';
  throw new Refusal('invalid_request', `cursor: ${message}`, [{ path: 'cursor', message }]);
}

function isUsable({ value, recordId }: RecordCursor, field: SortField): boolean {
  if (`${value}${recordId}`.includes('\0')) return false;
  if (value === null || recordId === '') return true;
  const own = RECORD_FIELDS.find((one) => one === field);
  return own === undefined || (SORT_VALUES[own]?.test(value) ?? true);
}

/** A short name for a question, so that a cursor cannot move to another one. */
export function nameOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
