import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { childEnv } from '#lib/env.ts';

export type Ran = { code: number; output: string };

/** Runs a program of node_modules under this Node, to its end, and keeps what it says. */
export async function runTool(
  root: string,
  words: readonly string[],
  extra: Record<string, string> = {},
  timeout = 30 * 60_000,
): Promise<Ran> {
  const [file = '', ...args] = words;
  const env = childEnv(extra);
  const paths = [dirname(process.execPath), join(root, 'node_modules/.bin'), env.PATH ?? ''];
  const child = spawn(file, args, {
    cwd: root,
    // Tests run as tests: React built for production cannot be tested.
    env: { ...env, NODE_ENV: 'test', PATH: paths.join(delimiter), FORCE_COLOR: '0', ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += `${file}: ${error.message}\n`;
      resolve(127);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  return { code, output };
}
