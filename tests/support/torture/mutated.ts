import fc from 'fast-check';
import { CORPUS } from './corpus.ts';
import type { TortureCase } from './tortureCase.ts';

const LARGE = 20_000;

/** The files of the corpus that are small enough to be tried again and again. */
const CASES: TortureCase[] = Object.values(CORPUS)
  .flat()
  .filter((one) => one.content.length > 0 && one.content.length < LARGE);

/** Bytes that mean something to one reader or another. */
const PARTS = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\r\r\n',
    '\0',
    '\\',
    "'",
    '=',
    'sep=;\n',
  ],
  ...[
    '\ufeff',
    '\ufffd',
    '\u2028',
    '2026-01-05',
    '99999',
    '1.234,5',
    '\x1a',
    '\x1b$B',
    'é',
    '客',
    '😀',
  ],
].map((text) => Buffer.from(text));
const RAW = [
  'ff',
  'fe',
  'fffe',
  'feff',
  '00',
  'e8b5',
  'c0af',
  'eda080',
  'f4908080',
  '8130',
  '1f8b',
  '504b0304',
].map((hex) => Buffer.from(hex, 'hex'));

type Change = {
  how: 'byte' | 'part' | 'cut' | 'twice' | 'end';
  at: number;
  size: number;
  part: Buffer;
};

const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('byte', 'part', 'part', 'cut', 'twice', 'end'),
  at: fc.nat(),
  size: fc.integer({ min: 1, max: 40 }),
  part: fc.oneof(
    fc.constantFrom(...PARTS, ...RAW),
    fc.uint8Array({ minLength: 1, maxLength: 4 }).map(Buffer.from),
  ),
});

function apply(bytes: Buffer, { how, at, size, part }: Change): Buffer {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, behind] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (how === 'byte') return Buffer.concat([before, part.subarray(0, 1), behind.subarray(1)]);
  if (how === 'part') return Buffer.concat([before, part, behind]);
  if (how === 'cut') return Buffer.concat([before, behind.subarray(size)]);
  if (how === 'twice') return Buffer.concat([before, behind.subarray(0, size * 8), behind]);
  return before;
}

/** A file of the corpus, or the head of one before the tail of another, with some bytes changed. */
export const mutated: fc.Arbitrary<TortureCase> = fc
  .record({
    one: fc.constantFrom(...CASES),
    other: fc.option(fc.constantFrom(...CASES), { freq: 8 }),
    changes: fc.array(change, { maxLength: 6 }),
    joint: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ one, other, changes, joint }) => {
    const whole = Buffer.from(one.content);
    const tail = other === null ? null : Buffer.from(other.content);
    const joined =
      tail === null
        ? whole
        : Buffer.concat([
            whole.subarray(0, Math.round(whole.length * joint)),
            tail.subarray(Math.round(tail.length * joint)),
          ]);
    return { ...one, content: changes.reduce(apply, joined) };
  });
