import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childEnv } from '#lib/env.ts';
import { Plain } from '../say.ts';
import { sourceHash } from './sourceHash.ts';

/** Builds the pages unless the last build was made of the same sources. */
export async function buildWeb(root: string, signal: AbortSignal): Promise<'fresh' | 'built'> {
  const mark = join(root, '.next/sources');
  const hash = await sourceHash(root);
  if ((await readFile(mark, 'utf8').catch(() => '')) === hash) return 'fresh';
  const { code, output } = await runBuild(root, signal);
  signal.throwIfAborted();
  if (code !== 0) {
    if (/ENOSPC|No space left/.test(output)) {
      throw new Plain(
        `The disk of ${root} is full: free some space; the build needs about 300 MB.`,
      );
    }
    if (/EACCES|permission denied/.test(output)) {
      throw new Plain(
        `${root}/.next cannot be written by this user: change its owner or delete it.`,
      );
    }
    process.stderr.write(`${output.split('\n').slice(-60).join('\n')}\n`);
    throw new Plain('The pages could not be built: the reason is above.');
  }
  await writeFile(mark, hash);
  return 'built';
}

async function runBuild(
  root: string,
  signal: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  const next = join(root, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: childEnv({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', end);
  return { code, output };
}
