import { Refusal } from '#lib/contract/errors.ts';

/** What the import itself is to be told of a failure; null when the fault is not the file's. */
export function failureOf(cause: unknown): { code: string; message: string } | null {
  if (cause instanceof Refusal) {
    return { code: cause.reason ?? cause.code, message: cause.message };
  }
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
    return { code: 'upload_gone', message: 'the uploaded file is no longer there: send it again' };
  }
  return null;
}
