import { createDecoder } from './createDecoder.ts';
import { openFile, type Progress } from './openFile.ts';
import { type FileRecord, RecordSplitter } from './RecordSplitter.ts';

export type Reading = { encoding: string; delimiter: string };

const MOST = 5000;

/** The records of a file, the header too, a few hundred at a time and in constant memory. */
export async function* readRecords(
  path: string,
  { encoding, delimiter }: Reading,
  progress: Progress = { read: 0 },
): AsyncGenerator<FileRecord[]> {
  const decode = createDecoder(encoding);
  const splitter = new RecordSplitter(delimiter);
  function* take(chunk?: Buffer): Generator<FileRecord[]> {
    const { text, broken } = decode(chunk);
    progress.broken = (progress.broken ?? 0) + broken;
    let records = splitter.push(text, chunk === undefined, MOST);
    // Where a quote held megabytes back, all their rows are free at once.
    while (records.length > 0) {
      yield records;
      records = records.length < MOST ? [] : splitter.push('', chunk === undefined, MOST);
    }
  }
  for await (const chunk of openFile(path, progress)) yield* take(chunk);
  yield* take();
}
