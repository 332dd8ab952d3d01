import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_HEAP } from '#lib/cli/up/smallHeap.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-memory-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes `head` and then `part` so many times, and reads it in a process like the worker's. */
async function scan(head: string, part: string, times: number, gzip = false) {
  const path = join(folder, 'file');
  function* parts() {
    yield head;
    for (let at = 0; at < times; at += 1) yield part;
  }
  const file = createWriteStream(path);
  if (gzip) await pipeline(Readable.from(parts()), createGzip(), file);
  else await pipeline(Readable.from(parts()), file);
  const script = 'tests/support/alone/scanAlone.ts';
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...SMALL_HEAP,
    ...[script, path],
  ]);
  return JSON.parse(stdout) as { told: string; megabytes: number };
}

const HEAD = 'id,stage,on\n';
const ROWS = 'a,mql,2026-01-05\n'.repeat(10_000);
/** What the process needs by itself, and as much again. */
const LIMIT = 330;

describe('reading needs constant memory', () => {
  it('for a file of 140 MB', { timeout: 120_000 }, async () => {
    const { told, megabytes } = await scan(HEAD, ROWS, 800);
    expect(told).toBe('8000000 rows');
    expect(megabytes).toBeLessThan(LIMIT);
  });
  it('for a gzip bomb of 500 MB', { timeout: 120_000 }, async () => {
    const { told, megabytes } = await scan(HEAD, ROWS, 3000, true);
    expect(told).toMatch(/200 times its size/);
    expect(megabytes).toBeLessThan(LIMIT);
  });
  it('for a quote that opens and never closes', { timeout: 120_000 }, async () => {
    const { told, megabytes } = await scan(`${HEAD}b,"`, ROWS, 600);
    expect(told).toBe('6000000 rows');
    expect(megabytes).toBeLessThan(LIMIT);
  });
  it('for a line that never ends', { timeout: 120_000 }, async () => {
    const { told, megabytes } = await scan(HEAD, 'x'.repeat(100_000), 2000);
    expect(told).toBe('1 rows');
    expect(megabytes).toBeLessThan(LIMIT);
  });
});
