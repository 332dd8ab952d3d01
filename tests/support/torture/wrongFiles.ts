import { gzipSync } from 'node:zlib';
import { HEAD, OK, type TortureCase } from './tortureCase.ts';

/** Files that are not what they claim. */
export const WRONG_FILES: TortureCase[] = [
  { name: 'nothing at all', content: '', want: { refused: 'empty_file' } },
  { name: 'blanks only', content: ' \n\n \n', want: { refused: 'empty_file' } },
  { name: 'a byte order mark only', content: '\ufeff', want: { refused: 'empty_file' } },
  { name: 'another header', content: 'x,y\n1,2\n', want: { refused: 'missing_column' } },
  { name: 'no header where one is promised', content: OK, want: { refused: 'missing_column' } },
  {
    name: 'an Excel workbook renamed',
    content: Buffer.from('504b030414000600', 'hex'),
    want: { refused: 'workbook' },
  },
  {
    name: 'an old Excel workbook',
    content: Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    want: { refused: 'workbook' },
  },
  {
    name: 'a program',
    content: Buffer.from('7f454c4602010100', 'hex'),
    want: { refused: 'binary_file' },
  },
  {
    name: 'noise',
    content: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 251)),
    want: { refused: 'binary_file' },
  },
  {
    name: 'gzip inside gzip',
    content: gzipSync(gzipSync(HEAD + OK)),
    want: { refused: 'packed_file' },
  },
  {
    name: 'gzip cut off',
    content: gzipSync(HEAD + OK).subarray(0, 30),
    want: { refused: 'damaged_gzip' },
  },
  {
    name: 'an encoding that is none',
    content: HEAD + OK,
    encoding: 'klingon',
    want: { refused: 'unknown_encoding' },
  },
  {
    name: '100,000 columns',
    content: `id,stage,on${',c'.repeat(100_000)}\n`,
    want: { refused: 'too_wide' },
  },
  {
    name: 'a gzip bomb',
    content: gzipSync(Buffer.alloc(90_000_000, 'a,b\n')),
    want: { refused: 'gzip_bomb' },
  },
];
