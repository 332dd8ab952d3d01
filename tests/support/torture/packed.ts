import { deflateSync, gzipSync } from 'node:zlib';
import { utf16 } from './encodeAs.ts';
import { A, HEAD, has, OK, type TortureCase } from './tortureCase.ts';

const packed = gzipSync(HEAD + OK);
/** The same bytes with one changed, counted from the end when it is negative. */
function flipped(at: number): Buffer {
  const bytes = Buffer.from(packed);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  return bytes;
}
const zip = (name: string) =>
  Buffer.concat([Buffer.from('504b03041400000000000000', 'hex'), Buffer.from(name)]);

/** Files that are packed, or say that they are. */
export const PACKED: TortureCase[] = [
  { name: 'gzip of UTF-16', content: gzipSync(utf16(`\ufeff${HEAD}${OK}`)), want: { facts: [A] } },
  {
    name: 'two gzips one behind the other, as `cat` makes them',
    content: Buffer.concat([packed, gzipSync('b,mql,2026-01-05\n')]),
    want: { facts: [A, ...has('b')] },
  },
  { name: 'gzip of nothing', content: gzipSync(''), want: { refused: 'empty_file' } },
  { name: 'gzip with a wrong checksum', content: flipped(-8), want: { refused: 'damaged_gzip' } },
  { name: 'gzip with a wrong length', content: flipped(-1), want: { refused: 'damaged_gzip' } },
  { name: 'gzip with a changed byte', content: flipped(20), want: { refused: 'damaged_gzip' } },
  {
    name: 'gzip without its last byte',
    content: packed.subarray(0, -1),
    want: { refused: 'damaged_gzip' },
  },
  { name: 'the head of a gzip', content: packed.subarray(0, 2), want: { refused: 'damaged_gzip' } },
  { name: 'gzip thrice', content: gzipSync(gzipSync(packed)), want: { refused: 'packed_file' } },
  { name: 'gzip of a ZIP archive', content: gzipSync(zip('a.csv')), want: { refused: 'workbook' } },
  {
    name: 'a ZIP archive that would climb out',
    content: zip('../../etc/cron.d/x'),
    want: { refused: 'workbook' },
  },
  {
    name: 'a bzip2',
    content: Buffer.from('BZh91AY&SY\x01\x02\x03', 'latin1'),
    want: { refused: 'packed_file' },
  },
  {
    name: 'a zlib stream',
    content: deflateSync(HEAD + OK.repeat(500)),
    want: { refused: 'binary_file' },
  },
  { name: 'a PDF', content: '%PDF-1.7\n%âãÏÓ\n', want: { refused: 'binary_file' } },
  {
    name: 'a picture',
    content: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    want: { refused: 'binary_file' },
  },
  {
    name: 'a Parquet file',
    content: Buffer.from('5041523115041500', 'hex'),
    want: { refused: 'binary_file' },
  },
  { name: 'zeros', content: Buffer.alloc(5000), want: { refused: 'binary_file' } },
  { name: 'a single byte', content: Buffer.from([0xff]), want: { refused: 'missing_column' } },
];
