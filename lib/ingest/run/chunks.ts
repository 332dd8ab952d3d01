import type { FileRecord } from '../file/RecordSplitter.ts';

/** Records in chunks of `size`, after the first `skip`. */
export async function* chunks(
  batches: AsyncIterable<FileRecord[]>,
  skip: number,
  size: number,
): AsyncGenerator<FileRecord[]> {
  let left = skip;
  let chunk: FileRecord[] = [];
  for await (const batch of batches) {
    for (const record of left > 0 ? batch.slice(left) : batch) {
      chunk.push(record);
      if (chunk.length < size) continue;
      yield chunk;
      chunk = [];
    }
    left = Math.max(0, left - batch.length);
  }
  if (chunk.length > 0) yield chunk;
}
