import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { placesIn } from '#lib/cli/embedded/places.ts';
import { findPostmaster, stopPostmaster } from '#lib/cli/embedded/postmaster.ts';
import { readEnv } from '#lib/env.ts';

// The product for the browser tests: the real launcher on an empty data folder.
const { dataDir } = readEnv();
const left = await findPostmaster(placesIn(dataDir)).catch(() => undefined);
if (left !== undefined) await stopPostmaster(left.pid);
await rm(dataDir, { recursive: true, force: true });

const launcher = spawn(process.execPath, ['lib/cli/up.ts'], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => launcher.kill(signal));
}
launcher.on('exit', (code) => process.exit(code ?? 1));
