import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LADDER } from '#lib/bowtie/stages.ts';
import { BENCH_COLUMNS, writeEventFile } from '#lib/cli/bench/writeEventFile.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-bench-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(count: number, seed: number): Promise<string[]> {
  const path = join(folder, `${count}-${seed}.csv`);
  await writeEventFile(path, count, seed);
  return (await readFile(path, 'utf8')).trimEnd().split('\n');
}

test('writes exactly as many events as asked for, each with a name of its own', async () => {
  for (const count of [1, 500, 20_000]) {
    const [head, ...lines] = await written(count, 1);
    expect(head).toBe(BENCH_COLUMNS.join(','));
    expect(lines).toHaveLength(count);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(count);
  }
});

test('is the same for the same seed', async () => {
  const first = await written(3_000, 7);
  await rm(join(folder, '3000-7.csv'));
  expect(await written(3_000, 7)).toEqual(first);
  expect(await written(3_000, 8)).not.toEqual(first);
});

test('goes day by day and climbs the ladder within a record', async () => {
  const [, ...lines] = await written(20_000, 3);
  const days = lines.map((line) => line.split(',')[3]?.slice(0, 10) ?? '');
  expect(days).toEqual([...days].sort());
  const height = new Map<string, number>();
  for (const line of lines) {
    const [, record = '', stage = ''] = line.split(',');
    const step = (LADDER as readonly string[]).indexOf(stage);
    if (step < 0) continue;
    expect(step).toBe((height.get(record) ?? -1) + 1);
    height.set(record, step);
  }
});
