import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH_ORG, type BenchServer } from './benchServer.ts';
import { type Measured, runMeasured } from './runMeasured.ts';
import { BENCH_COLUMNS, BENCH_FROM, BENCH_TO } from './writeEventFile.ts';

const CLI = join(import.meta.dirname, '../main.ts');

type Import = { status: string; received: number; accepted: number };
type Visible = { data: { total: { stages: { entries: number }[] } } };

/**
 * The import as an operator runs it, in a process of its own, from its start until `GET /bowtie`
 * shows the entries.
 */
export async function measureImport(
  server: BenchServer,
  { folder, file, count }: { folder: string; file: string; count: number },
): Promise<Measured> {
  const mapping = join(folder, 'mapping.json');
  const columns = Object.fromEntries(BENCH_COLUMNS.map((name) => [name, name]));
  await writeFile(mapping, JSON.stringify({ columns }));
  const words = ['import', '--org', BENCH_ORG, '--kind', 'events'];
  const started = performance.now();
  const run = await runMeasured(CLI, [...words, '--file', file, '--mapping', mapping], {
    DATABASE_URL: server.url,
    DATA_DIR: join(folder, 'data'),
  });
  const told = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}') as Import;
  if (told.status !== 'done' || told.accepted !== count) {
    throw new Error(`the import took ${told.accepted} of ${count} rows: ${run.stdout}`);
  }
  const path = `/bowtie?from=${BENCH_FROM}&to=${BENCH_TO}`;
  const { data } = (await server.ask(path)) as Visible;
  if (!data.total.stages.some((stage) => stage.entries > 0)) {
    throw new Error('the import is done, but GET /bowtie does not show it');
  }
  return { ...run, seconds: (performance.now() - started) / 1000 };
}
