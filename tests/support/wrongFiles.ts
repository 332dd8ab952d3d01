import { gzipSync } from 'node:zlib';
import type { FileCase } from './importFile.ts';
import { HEAD, OK } from './oddFiles.ts';

export type Refused = FileCase & { name: string; refused: RegExp };

/** Files that are not what they claim. */
export const REFUSED: Refused[] = [
  { name: 'nothing at all', content: '', refused: /empty/ },
  { name: 'blanks only', content: ' \n\n \n', refused: /empty/ },
  { name: 'a byte order mark only', content: '\ufeff', refused: /empty/ },
  { name: 'another header', content: 'x,y\n1,2\n', refused: /no column "stage"/ },
  { name: 'no header where one is promised', content: OK, refused: /no column "stage"/ },
  {
    name: 'an Excel workbook renamed',
    content: Buffer.from('504b030414000600', 'hex'),
    refused: /Excel/,
  },
  {
    name: 'an old Excel workbook',
    content: Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    refused: /Excel/,
  },
  { name: 'a program', content: Buffer.from('7f454c4602010100', 'hex'), refused: /program/ },
  {
    name: 'noise',
    content: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 251)),
    refused: /binary|no known encoding/,
  },
  { name: 'gzip inside gzip', content: gzipSync(gzipSync(HEAD + OK)), refused: /gzip inside gzip/ },
  { name: 'gzip cut off', content: gzipSync(HEAD + OK).subarray(0, 30), refused: /damaged/ },
  {
    name: 'UTF-8 broken at its end',
    content: Buffer.concat([Buffer.from(HEAD + OK.repeat(3)), Buffer.from([0xe8, 0xb5])]),
    encoding: 'utf-8',
    refused: /not valid utf-8/,
  },
  {
    name: 'an encoding that is none',
    content: HEAD + OK,
    encoding: 'klingon',
    refused: /not known/,
  },
  { name: '100,000 columns', content: `id,stage,on${',c'.repeat(100_000)}\n`, refused: /columns/ },
  {
    name: 'an open quote of 20 MB',
    content: `${HEAD}${OK}b,"${'x\n'.repeat(10_000_000)}`,
    refused: /quote that opens in line 3/,
  },
  {
    name: 'a gzip bomb',
    content: gzipSync(Buffer.alloc(90_000_000, 'a,b\n')),
    refused: /200 times/,
  },
];
