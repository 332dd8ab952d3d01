import { gzipSync } from 'node:zlib';

export type Hostile = {
  name: string;
  body: string | Buffer;
  headers?: Record<string, string>;
};

const deep = (open: string, close: string, depth: number, core = '') =>
  `${open.repeat(depth)}${core}${close.repeat(depth)}`;
const bytes = (...list: number[]) => Buffer.from(list);
const json = (name: string, body: string): Hostile => ({ name, body });

/** Bodies that no address may fall over, whatever it is for. */
export const HOSTILE_BODIES: Hostile[] = [
  json('nothing', ''),
  json('blanks', ' \n\t '),
  ...['null', 'true', '0', '-1', '1e999', '"text"', '[]', '{}', '[{}]', '[null]'].map((text) =>
    json(`the value ${text}`, text),
  ),
  ...['{', '[1,', '{"a":1,}', "{'a':1}", '{a:1}', 'NaN', 'undefined', '{"a":1}{"b":2}'].map(
    (text) => json(`what is nearly JSON: ${text}`, text),
  ),
  json('a comment', '/* x */ {}'),
  json('a control character in a string', '{"source":"a\nb"}'),
  json('half an escape', '{"source":"\\ud83d","events":[]}'),
  json('NUL as an escape', '{"source":"a\\u0000b","events":[]}'),
  json('an escape that is none', '{"source":"\\x"}'),
  json('the prototype', '{"__proto__":{"source":"a","events":[]}}'),
  json('the constructor', '{"constructor":{"prototype":{"polluted":true}}}'),
  json('the prototype in a list', '{"source":"a","events":[{"__proto__":{"polluted":true}}]}'),
  json('one key twice', '{"source":"a","source":"b","source":"c"}'),
  json('a key without letters', '{"":""}'),
  json('a key of a megabyte', `{"${'k'.repeat(1_000_000)}":1}`),
  json(
    'a hundred thousand keys',
    `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
  ),
  json('a hundred thousand values', `[${'0,'.repeat(99_999)}0]`),
  json('lists in lists', deep('[', ']', 20_000)),
  json('objects in objects', deep('{"a":', '}', 20_000, '1')),
  json('lists in lists that never close', '['.repeat(100_000)),
  json('numbers without end', `{"source":${'9'.repeat(100_000)}}`),
  json('operators of a database', '{"source":{"$ne":null},"events":{"$gt":""}}'),
  json('SQL', `{"source":"'; drop table org; --","events":[]}`),
  { name: 'a mark of the byte order', body: '\ufeff{}' },
  {
    name: 'bytes that are no UTF-8',
    body: Buffer.concat([Buffer.from('{"source":"'), bytes(0xff, 0xfe), Buffer.from('"}')]),
  },
  {
    name: 'an overlong slash',
    body: Buffer.concat([Buffer.from('{"source":"'), bytes(0xc0, 0xaf), Buffer.from('"}')]),
  },
  { name: 'UTF-16', body: Buffer.from('\ufeff{"source":"a"}', 'utf16le') },
  { name: 'zeros', body: Buffer.alloc(1000) },
  { name: 'gzip', body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } },
  { name: 'gzip that nobody speaks of', body: gzipSync('{}') },
  { name: 'an encoding that is none', body: '{}', headers: { 'content-encoding': 'klingon' } },
  ...[
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    '*/*',
  ].map((type) => ({
    name: `the type ${type}`,
    body: '{}',
    headers: { 'content-type': type },
  })),
  ...['', ' ', 'x'.repeat(256), 'a b', 'ä'].map((key) => ({
    name: `the idempotency key "${key.slice(0, 9)}"`,
    body: '{}',
    headers: { 'idempotency-key': key },
  })),
];

/** Values that any field may get instead of its own. */
export const HOSTILE_VALUES: unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    -1,
    0.5,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    1e21,
    Number.MAX_SAFE_INTEGER,
  ],
  ...[
    '',
    ' ',
    '0',
    '-1',
    'NaN',
    'null',
    '\0',
    '\ud800',
    '\udc00x',
    'x'.repeat(501),
    '字'.repeat(10_000),
  ],
  ...[
    '1e9',
    '9'.repeat(400),
    '1e400',
    '-0',
    '0x10',
    '٣',
    '=1+1',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '-000001-01-01',
    '+275760-09-13',
    '10000-01-01',
    '2026-01-05T25:00Z',
  ],
  ...["'; drop table org; --", '<script>', '%00', '../..', '\u202e', '\u2028'],
  ...[[], [null], [[]], {}, { $gt: '' }, { toString: null }, { length: 1e9 }, [1, 'a', {}]],
  Array.from({ length: 6000 }, () => 'x'),
];
