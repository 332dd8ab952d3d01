import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '#lib/ingest/file/createDecoder.ts';

function decoded(encoding: string, chunks: readonly Buffer[]): { text: string; broken: number } {
  const decode = createDecoder(encoding);
  let text = '';
  let broken = 0;
  for (const chunk of [...chunks, undefined]) {
    const part = decode(chunk);
    text += part.text;
    broken += part.broken;
  }
  return { text, broken };
}

const bytes = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text)),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text, 'utf16le')),
  fc.uint8Array({ maxLength: 40 }).map(Buffer.from),
);
const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 6 });

function cutAt(whole: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places)].filter((at) => at < whole.length).sort((a, b) => a - b);
  return [0, ...ends].map((from, at) => whole.subarray(from, ends[at] ?? whole.length));
}

/** A broken letter may be told as one or as several. */
const once = (text: string) => text.replace(/\ufffd+/g, '\ufffd');

describe.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'windows-1252'])(
  'text in %s',
  (encoding) => {
    it('is the same wherever the file is cut into chunks', () => {
      fc.assert(
        fc.property(bytes, cuts, (whole, places) => {
          const { text, broken } = decoded(encoding, [whole]);
          // How much of a broken letter is lost, the platform's old decoders see by the chunk.
          fc.pre(broken === 0 || encoding.startsWith('utf'));
          expect(decoded(encoding, cutAt(whole, places)).text).toBe(text);
        }),
        { seed: 7, numRuns: 400 },
      );
    });
    it('is what the platform reads, but for what is broken', () => {
      fc.assert(
        fc.property(bytes, (whole) => {
          const { text, broken } = decoded(encoding, [whole]);
          const told = new TextDecoder(encoding).decode(whole);
          expect(once(text.toWellFormed())).toBe(once(told));
          const fatal = () => new TextDecoder(encoding, { fatal: true }).decode(whole);
          if (broken === 0) expect(fatal).not.toThrow();
          else expect(text.isWellFormed()).toBe(false);
        }),
        { seed: 8, numRuns: 400 },
      );
    });
  },
);
