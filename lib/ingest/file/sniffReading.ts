import { fileFault } from '#lib/contract/fileFault.ts';
import { inspectFile } from './inspectFile.ts';
import type { Reading } from './readRecords.ts';
import { sniffEncoding } from './sniffEncoding.ts';
import { sniffDelimiter } from './sniffTable.ts';

export type Given = {
  encoding?: string | null | undefined;
  delimiter?: string | null | undefined;
};

/** How to read a file: what is given, and what its bytes tell; refuses what is no table. */
export async function sniffReading(
  path: string,
  given: Given = {},
): Promise<Reading & { headText: string; headIsAll: boolean }> {
  const inspection = await inspectFile(path);
  const encoding = given.encoding ? knownEncoding(given.encoding) : sniffEncoding(inspection);
  const headIsAll = inspection.headIsAll;
  const decoder = new TextDecoder(encoding);
  const headText = decoder.decode(inspection.head, { stream: !headIsAll });
  if (headIsAll && headText.trim() === '') throw fileFault('empty_file', 'is empty');
  const delimiter = given.delimiter ?? sniffDelimiter(headText, headIsAll);
  return { encoding, delimiter, headText, headIsAll };
}

function knownEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    const message = `"${name}" is not known; for example utf-8, gb18030, shift_jis`;
    throw fileFault('unknown_encoding', message, 'encoding');
  }
}
