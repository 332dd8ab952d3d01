import type { ImportAnswer } from '#lib/contract/ingest.ts';

type Running = Pick<ImportAnswer, 'status' | 'bytes' | 'bytes_total'>;

/** Share of the file that was read, or null while the end is not known. */
export function progressOf({ status, bytes, bytes_total }: Running): number | null {
  if (status === 'done') return 1;
  if (status === 'queued' || bytes_total === 0) return null;
  return Math.min(1, bytes / bytes_total);
}
