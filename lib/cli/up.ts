import { join } from 'node:path';
import { readEnv } from '#lib/env.ts';
import { tellFault } from './say.ts';
import { launch } from './up/launch.ts';
import { onStop } from './up/onStop.ts';

const root = join(import.meta.dirname, '../..');
// A terminal that goes away must not take the launcher with it before it has ended its children.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const stop = onStop();
try {
  const started = performance.now();
  const { address, close } = await launch(root, readEnv(), stop.signal);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`\nBowtie is ready at ${address} (${seconds} s). Ctrl-C stops it.\n`);
  await stop.asked;
  process.stdout.write('Stopping ...\n');
  await close();
  process.exit(0);
} catch (error) {
  if (stop.signal.aborted) process.exit(0);
  process.exit(tellFault(error));
}
