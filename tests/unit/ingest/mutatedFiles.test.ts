import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '#lib/contract/errors.ts';
import { readRecords } from '#lib/ingest/file/readRecords.ts';
import { scanFile } from '#lib/ingest/file/scanFile.ts';
import { lineReader } from '#lib/ingest/mapping/lineReader.ts';
import { stageReader } from '#lib/ingest/stageReader.ts';
import { sniffFile } from '#lib/ingest/suggest/sniffFile.ts';
import { suggestMappings } from '#lib/ingest/suggest/suggestMapping.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-mutated-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const TEXT =
  'deal id,stage,entered on,amount,客户\n' +
  Array.from(
    { length: 30 },
    (_, at) => `${at},"Won, ""${at}""",2026-01-0${(at % 9) + 1},1.5,甲`,
  ).join('\n');
const BASES = [
  Buffer.from(TEXT),
  Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
  gzipSync(TEXT),
  Buffer.from(TEXT.replaceAll(',', '\t').replaceAll('\n', '\r\n')),
];

const change = fc.record({
  at: fc.nat(),
  byte: fc.integer({ min: 0, max: 255 }),
  cut: fc.boolean(),
});
const mutated = fc
  .tuple(fc.constantFrom(...BASES), fc.array(change, { maxLength: 8 }))
  .map(([base, changes]) => {
    let bytes = Buffer.from(base);
    for (const { at, byte, cut } of changes) {
      const place = at % Math.max(1, bytes.length);
      bytes[place] = byte;
      if (cut && byte < 40) bytes = bytes.subarray(0, place);
    }
    return bytes;
  });

describe('a file with any bytes changed', () => {
  it('is read or refused with a reason, and each row is a row', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const path = join(folder, 'file');
        await writeFile(path, bytes);
        try {
          const sniffed = await sniffFile(path, {});
          const { encoding, delimiter } = sniffed.sniff;
          const [first] = suggestMappings(sniffed, { currency: 'USD' });
          if (!first || first.missing.length > 0) return;
          const { kind, mapping } = first;
          const reading = { encoding, delimiter };
          const scan = await scanFile(path, reading, { kind, mapping, timeZone: 'UTC' });
          const read = lineReader(kind, mapping, {
            ...{ header: scan.header, resolved: scan.resolved, stageOf: stageReader() },
            ...{ timeZone: 'UTC', currency: 'USD', receivedAt: Date.UTC(2026, 5, 1) },
          });
          let rows = 0;
          for await (const records of readRecords(path, reading)) {
            for (const record of records) {
              expect(['read', 'bad', 'ignored']).toContain(read(record).state);
              rows += 1;
            }
          }
          expect(rows).toBe(scan.rows + (mapping.header ? 1 : 0));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
