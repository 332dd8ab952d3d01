import { isUtf8 } from 'node:buffer';
import { fileFault } from '#lib/contract/fileFault.ts';
import type { FileFault } from '#lib/contract/fileFaults.ts';
import { utf8Cut } from './createDecoder.ts';
import { openFile } from './openFile.ts';

const HEAD = 256 * 1024;
const FOREIGN = 64 * 1024;

export type Inspection = {
  /** The first bytes, unpacked. */
  head: Buffer;
  headIsAll: boolean;
  /** Whether all of the file is UTF-8, but for a last letter that is cut off. */
  utf8: boolean;
  /** Bytes around those that are not ASCII: what an encoding can be told from. */
  foreign: Buffer;
};

/** One quick look over all bytes, in constant memory; refuses what is no text at all. */
export async function inspectFile(path: string): Promise<Inspection> {
  const head: Buffer[] = [];
  const foreign: Buffer[] = [];
  let size = 0;
  let headSize = 0;
  let foreignSize = 0;
  let utf8 = true;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of openFile(path, { read: 0 })) {
    if (size === 0) refuseBinary(chunk);
    size += chunk.length;
    if (headSize < HEAD) head.push(chunk.subarray(0, HEAD - headSize));
    headSize += Math.min(chunk.length, HEAD - headSize);
    if (foreignSize < FOREIGN) {
      const part = foreignLines(chunk, FOREIGN - foreignSize);
      foreign.push(part);
      foreignSize += part.length;
    }
    if (utf8) {
      const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
      const end = utf8Cut(joined);
      utf8 = isUtf8(joined.subarray(0, end));
      tail = Buffer.from(joined.subarray(end));
    }
  }
  if (size === 0) throw fileFault('empty_file', 'is empty');
  // Where other letters are UTF-8 too, a last one that is not whole was cut off with the file.
  utf8 &&= tail.length === 0 || foreignSize > tail.length + 1;
  const headIsAll = size === headSize;
  return { head: Buffer.concat(head), headIsAll, utf8, foreign: Buffer.concat(foreign) };
}

/** Stretches of up to 200 bytes that begin at a byte outside ASCII. */
function foreignLines(bytes: Buffer, limit: number): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < limit; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    let end = at;
    while (end < bytes.length && end - at < 200 && bytes[end] !== 0x0a) end += 1;
    parts.push(bytes.subarray(at, end), Buffer.from('\n'));
    size += end - at + 1;
    at = end;
  }
  return Buffer.concat(parts);
}

/** Longer than a column's name may be by chance: a header can begin with `PAR1` or `BZh`. */
const KINDS: [magic: RegExp, what: string, fault: FileFault][] = [
  [/^504b0304/, 'a ZIP archive or an Excel workbook (.xlsx): save the sheet as CSV', 'workbook'],
  [/^504b0506/, 'an empty ZIP archive', 'workbook'],
  [/^d0cf11e0a1b11ae1/, 'an old Excel workbook (.xls): save the sheet as CSV', 'workbook'],
  [/^1f8b/, 'gzip inside gzip: unpack it once', 'packed_file'],
  [/^425a683[1-9]314159/, 'bzip2: unpack it, or pack it with gzip', 'packed_file'],
  [/^fd377a585a00/, 'xz: unpack it, or pack it with gzip', 'packed_file'],
  [/^28b52ffd/, 'zstd: unpack it, or pack it with gzip', 'packed_file'],
  [/^377abcaf271c/, 'a 7z archive: unpack it', 'packed_file'],
  [/^526172211a07/, 'a RAR archive: unpack it', 'packed_file'],
  [/^255044462d/, 'a PDF', 'binary_file'],
  [/^89504e47/, 'a PNG image', 'binary_file'],
  [/^ffd8ff/, 'a JPEG image', 'binary_file'],
  [/^474946383[79]61/, 'a GIF image', 'binary_file'],
  [/^5041523115/, 'a Parquet file: export it as CSV', 'binary_file'],
  [/^53514c69746520666f726d6174/, 'an SQLite database', 'binary_file'],
  [/^7f454c46/, 'a program', 'binary_file'],
  [/^4d5a90/, 'a program', 'binary_file'],
];

function refuseBinary(bytes: Buffer): void {
  const start = bytes.subarray(0, 16).toString('hex');
  const known = KINDS.find(([magic]) => magic.test(start));
  if (known) throw fileFault(known[2], `is not a table but ${known[1]}`);
  const sample = bytes.subarray(0, 65_536);
  const text = sample.length >= 2 && (hasWideBom(sample) || looksWide(sample) !== null);
  if (text) return;
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  if (controls > 8 && controls > sample.length / 20) {
    throw fileFault('binary_file', 'is binary, not a table of text');
  }
}

function hasWideBom(bytes: Buffer): boolean {
  return bytes.readUInt16LE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfeff;
}

/** UTF-16 without its mark: the zero halves of delimiters and digits all lie on one side. */
export function looksWide(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const size = bytes.length - (bytes.length % 2);
  for (let at = 0; at < size; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.max(4, size / 50)) return null;
  if (odd > 4 * even) return 'utf-16le';
  if (even > 4 * odd) return 'utf-16be';
  return null;
}
