import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BenchRow, benchRow } from './benchRow.ts';
import { type BenchServer, withBenchServer } from './benchServer.ts';
import { bowtieRows } from './bowtieRows.ts';
import { measureBowtie } from './measureBowtie.ts';
import { measureCopy } from './measureCopy.ts';
import { measureImport } from './measureImport.ts';
import { peakMemory } from './peakMemory.ts';
import { type Measure, SIZES, type Size } from './readOptions.ts';
import { runMeasured } from './runMeasured.ts';
import { writeEventFile } from './writeEventFile.ts';

const SEED = 1;
const FOLD = join(import.meta.dirname, 'foldAll.ts');
const MEMORY_GOAL_MB = 400;
/** Times what Postgres needs for the same rows. */
const COPY_GOAL = 4;

type Plan = { folder: string; file: string; count: number; size: Size };

async function importRows(server: BenchServer, plan: Plan, wanted: boolean): Promise<BenchRow[]> {
  const { size } = plan;
  const copied = wanted ? await measureCopy(server, plan.file) : 1;
  const { seconds, peakMb } = await measureImport(server, plan);
  if (!wanted) return [];
  const rows = [
    benchRow({ name: 'copy', size, value: copied, unit: 's' }),
    benchRow(
      { name: 'import', size, value: seconds, unit: 's' },
      { against: { name: 'copy', value: copied }, goal: { op: '<=', value: COPY_GOAL } },
    ),
    benchRow({ name: 'import rate', size, value: plan.count / seconds, unit: 'events/s' }),
  ];
  const apiMb = await peakMemory(server.pid);
  if (peakMb === null || apiMb === null) return rows;
  const memory = { size, unit: 'MB' };
  return [
    ...rows,
    benchRow({ ...memory, name: 'import memory', value: peakMb }),
    benchRow(
      { ...memory, name: 'app + import memory', value: apiMb + peakMb },
      { goal: { op: '<=', value: MEMORY_GOAL_MB } },
    ),
  ];
}

/** The cells that questions are answered from, made as the worker makes them behind an import. */
async function foldRows({ url }: BenchServer, { folder, size }: Plan): Promise<BenchRow[]> {
  const place = { DATABASE_URL: url, DATA_DIR: join(folder, 'data') };
  const { seconds, peakMb } = await runMeasured(FOLD, [], place);
  const rows = [benchRow({ name: 'fold', size, value: seconds, unit: 's' })];
  if (peakMb === null) return rows;
  const memory = { name: 'fold memory', size, value: peakMb, unit: 'MB' };
  return [...rows, benchRow(memory, { goal: { op: '<=', value: MEMORY_GOAL_MB } })];
}

/** Everything that is asked for at one size, on a fresh database that is gone afterwards. */
export async function measureSize(
  root: string,
  size: Size,
  measures: readonly Measure[],
  tell: (line: string) => void,
): Promise<BenchRow[]> {
  const folder = join(root, `bench-${size}`);
  const file = join(folder, 'events.csv');
  const plan = { folder, file, count: SIZES[size], size };
  return withBenchServer(folder, async (server) => {
    await mkdir(folder, { recursive: true });
    tell(`${size}: writing the file`);
    await writeEventFile(file, plan.count, SEED);
    tell(`${size}: importing`);
    const rows = await importRows(server, plan, measures.includes('import'));
    for (const { name, value, unit } of rows) tell(`${size}: ${name} ${value} ${unit}`);
    if (!measures.includes('bowtie')) return rows;
    tell(`${size}: folding`);
    rows.push(...(await foldRows(server, plan)));
    tell(`${size}: asking`);
    return [...rows, ...bowtieRows(await measureBowtie(server, folder), size)];
  });
}
