import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { childEnv } from '#lib/env.ts';

export type Launcher = {
  child: ChildProcess;
  /** Resolves with what was printed once the product is ready; rejects when it ended before. */
  ready: Promise<string>;
  ended: Promise<{ code: number | null; said: string }>;
};

/** `npm run up` as a process of its own, with its own data folder and port. */
export function launch(
  dataDir: string,
  port: number,
  extra: Record<string, string> = {},
): Launcher {
  const child = spawn(process.execPath, ['lib/cli/up.ts'], {
    env: childEnv({ DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: '', ...extra }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('is ready at')) resolve(said);
      });
    }
    void ended.then(() => reject(new Error(`it ended before it was ready:\n${said}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended };
}

/** The processes whose command line or environment names a folder. */
export async function processesOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
    const [line, environment] = await Promise.all([read('cmdline'), read('environ')]);
    if (line === '' || !`${line}\0${environment}`.includes(folder)) continue;
    found.push(`${pid} ${line.replaceAll('\0', ' ').slice(0, 400)}`);
  }
  return found;
}
