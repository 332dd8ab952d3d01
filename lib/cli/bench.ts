import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '#lib/env.ts';
import type { BenchRow } from './bench/benchRow.ts';
import { growthRows } from './bench/bowtieRows.ts';
import { formatTable } from './bench/formatTable.ts';
import { measurePosts } from './bench/load/measurePosts.ts';
import { measureUsers } from './bench/load/measureUsers.ts';
import { measureLoop } from './bench/measureLoop.ts';
import { measureSize } from './bench/measureSize.ts';
import { measurePlan } from './bench/plan/measurePlan.ts';
import { readOptions, SIZES } from './bench/readOptions.ts';
import { tellFault } from './say.ts';

const root = join(import.meta.dirname, '../..');
/** A hundred organizations of ten thousand events: to fill larger ones would take most of a run. */
const MOST_OF_USERS = SIZES['1m'];
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function machine(): Record<string, string | number> {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

try {
  const { sizes, measures } = readOptions(process.argv.slice(2));
  const rows: BenchRow[] = [];
  const events = measures.some((measure) => measure === 'import' || measure === 'bowtie');
  for (const size of events ? sizes : []) {
    rows.push(...(await measureSize(readEnv().dataDir, size, measures, tell)));
  }
  rows.push(...growthRows(rows));
  if (measures.includes('loop')) {
    tell('100k: contracts');
    rows.push(...(await measureLoop(readEnv().dataDir)));
  }
  if (measures.includes('posts')) rows.push(...(await measurePosts(readEnv().dataDir, tell)));
  if (measures.includes('users')) {
    const size = sizes.findLast((one) => SIZES[one] <= MOST_OF_USERS) ?? '1m';
    rows.push(...(await measureUsers(readEnv().dataDir, size, tell)));
  }
  if (measures.includes('plan')) rows.push(...measurePlan());
  const report = { machine: machine(), rows };
  await writeFile(join(root, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${formatTable(rows)}\n`);
  process.exit(0);
} catch (error) {
  process.exit(tellFault(error));
}
