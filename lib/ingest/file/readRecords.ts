import { createDecoder } from './createDecoder.ts';
import { openFile, type Progress } from './openFile.ts';
import { type FileRecord, RecordSplitter } from './RecordSplitter.ts';

export type Reading = { encoding: string; delimiter: string };

/** The records of a file, the header too, a few hundred at a time and in constant memory. */
export async function* readRecords(
  path: string,
  { encoding, delimiter }: Reading,
  progress: Progress = { read: 0 },
): AsyncGenerator<FileRecord[]> {
  const decode = createDecoder(encoding);
  const splitter = new RecordSplitter(delimiter);
  const take = (chunk?: Buffer) => {
    const { text, broken } = decode(chunk);
    progress.broken = (progress.broken ?? 0) + broken;
    return splitter.push(text, chunk === undefined);
  };
  for await (const chunk of openFile(path, progress)) {
    const records = take(chunk);
    if (records.length > 0) yield records;
  }
  const rest = take();
  if (rest.length > 0) yield rest;
}
