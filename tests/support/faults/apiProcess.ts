import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childEnv } from '#lib/env.ts';

export type ApiProcess = { child: ChildProcess; base: string; kill: () => Promise<void> };

/** The API as a process of its own, on a port of its own, so that it can be killed. */
export async function startApiProcess(url: string): Promise<ApiProcess> {
  const script = join(import.meta.dirname, '../../../lib/cli/bench/serveApi.ts');
  const child = fork(script, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: childEnv({ DATABASE_URL: url, DATA_DIR: '/nowhere', RATE_LIMIT: '0' }),
  });
  const [port] = await once(child, 'message');
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { child, base: `http://127.0.0.1:${port}/api/v1`, kill };
}
