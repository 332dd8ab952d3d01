import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { childEnv } from '#lib/env.ts';
import { SMALL_HEAP } from '../up/smallHeap.ts';
import { peakMemory } from './peakMemory.ts';

const LOOK_MS = 50;

export type Measured = { seconds: number; peakMb: number | null; stdout: string };

/** Runs one of our own scripts as a process of its own, and looks at its memory while it runs. */
export async function runMeasured(
  script: string,
  words: readonly string[],
  environment: Record<string, string>,
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [...SMALL_HEAP, script, ...words], {
    env: childEnv(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  let peakMb: number | null = null;
  const timer = setInterval(async () => {
    const now = child.pid === undefined ? null : await peakMemory(child.pid);
    if (now !== null) peakMb = Math.max(peakMb ?? 0, now);
  }, LOOK_MS);
  const [code] = await once(child, 'close');
  clearInterval(timer);
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr || stdout}`);
  return { seconds: (performance.now() - started) / 1000, peakMb, stdout };
}
