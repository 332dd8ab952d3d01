import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '#lib/contract/errors.ts';
import { type ImportKind, type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import { type Reading, readRecords } from '#lib/ingest/file/readRecords.ts';
import { scanFile } from '#lib/ingest/file/scanFile.ts';
import { sniffReading } from '#lib/ingest/file/sniffReading.ts';
import { lineReader } from '#lib/ingest/mapping/lineReader.ts';
import { stageReader } from '#lib/ingest/stageReader.ts';
import { sniffFile } from '#lib/ingest/suggest/sniffFile.ts';
import { suggestMappings } from '#lib/ingest/suggest/suggestMapping.ts';
import { LONG_RUN, SEED } from '#tests/support/faults/seeds.ts';
import { LONG } from '#tests/support/importFile.ts';
import { mutated } from '#tests/support/torture/mutated.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-mutated-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const WHERE = { timeZone: 'America/New_York', currency: 'USD', receivedAt: Date.UTC(2026, 5, 1) };

/** Every record is a line that was read, ignored or held back, in order, and none is lost. */
async function readThrough(path: string, reading: Reading, kind: ImportKind, mapping: Mapping) {
  const scan = await scanFile(path, reading, { kind, mapping, timeZone: 'UTC' });
  const read = lineReader(kind, mapping, {
    ...{ header: scan.header, resolved: scan.resolved, stageOf: stageReader() },
    ...WHERE,
  });
  let rows = 0;
  let before = 0;
  for await (const records of readRecords(path, reading)) {
    for (const record of records) {
      const line = read(record);
      expect(['read', 'bad', 'ignored']).toContain(line.state);
      expect(line.line).toBeGreaterThan(before);
      if (line.state === 'bad') expect(line.message).not.toBe('');
      if (line.state === 'read') expect(line.facts.length).toBeGreaterThan(0);
      before = line.line;
      rows += 1;
    }
  }
  expect(rows).toBe(scan.rows + (mapping.header ? 1 : 0));
}

async function orRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.message).not.toBe('');
  }
}

describe(`a file of the corpus with bytes changed (seed ${SEED})`, () => {
  it('is read or refused with a reason, and each row is a row', {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (one) => {
        const path = join(folder, 'file');
        await writeFile(path, one.content);
        await orRefused(async () => {
          const { encoding, delimiter } = await sniffReading(path, one);
          const mapping = mappingBody.parse(one.mapping ?? LONG);
          await readThrough(path, { encoding, delimiter }, one.kind ?? 'events', mapping);
        });
        await orRefused(async () => {
          const sniffed = await sniffFile(path, {});
          const { encoding, delimiter } = sniffed.sniff;
          for (const { kind, mapping, missing } of suggestMappings(sniffed, { currency: 'USD' })) {
            if (missing.length === 0)
              await readThrough(path, { encoding, delimiter }, kind, mapping);
          }
        });
      }),
      { numRuns: LONG_RUN ? 40_000 : 250, seed: SEED },
    );
  });
});
