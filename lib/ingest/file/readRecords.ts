import { fileFault } from '#lib/contract/fileFaults.ts';
import { openFile, type Progress } from './openFile.ts';
import { type FileRecord, RecordSplitter } from './RecordSplitter.ts';

export type Reading = { encoding: string; delimiter: string };

/** The records of a file, the header too, a few hundred at a time and in constant memory. */
export async function* readRecords(
  path: string,
  { encoding, delimiter }: Reading,
  progress: Progress = { read: 0 },
): AsyncGenerator<FileRecord[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const splitter = new RecordSplitter(delimiter);
  for await (const chunk of openFile(path, progress)) {
    const records = splitter.push(decode(decoder, progress, chunk));
    if (records.length > 0) yield records;
  }
  const rest = splitter.push(decode(decoder, progress), true);
  if (rest.length > 0) yield rest;
}

function decode(decoder: TextDecoder, progress: Progress, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    const message = `is not valid ${decoder.encoding} near byte ${progress.read}`;
    throw fileFault('wrong_encoding', `${message}; name its encoding, or save as UTF-8`);
  }
}
