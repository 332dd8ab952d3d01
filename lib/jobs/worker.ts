import { readEnv } from '#lib/env.ts';
import { roomOf } from '#lib/ingest/room.ts';
import { createPool } from '#lib/store/pool.ts';
import { startWorker } from './startWorker.ts';
import { sweepUploads } from './sweepUploads.ts';

const env = readEnv();
if (env.databaseUrl === undefined) {
  process.stderr.write('DATABASE_URL is missing: start the product with npm run up.\n');
  process.exit(1);
}

const report = (error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`worker: ${text}\n`);
};
const now = () => new Date();
const pool = createPool(env.databaseUrl, { max: 6, statementMs: 300_000, name: 'bowtie worker' });
const room = roomOf(env.dataDir);
const worker = await startWorker({ pool, url: env.databaseUrl, now, report, room });
const sweep = () => sweepUploads(pool, env.dataDir, now()).catch(report);
await sweep();
const timer = setInterval(sweep, 3_600_000);

async function stop(): Promise<void> {
  clearInterval(timer);
  await worker.stop().catch(report);
  await pool.end();
  process.exit(0);
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
process.send?.('ready');
