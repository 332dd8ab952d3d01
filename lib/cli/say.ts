import { Refusal } from '#lib/contract/errors.ts';
import { EnvError } from '#lib/env.ts';

/** A fault that the person at the terminal can mend: one sentence, no stack. */
export class Plain extends Error {}

/** What went wrong, in one line. */
export function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/No space left on device|ENOSPC/.test(text)) {
    return `The disk is full: free some space, then try again (${text.split('\n')[0]}).`;
  }
  return text.split('\n')[0] ?? text;
}

/** Tells the fault and answers the exit code; one that nobody foresaw comes with its traces. */
export function tellFault(error: unknown): 1 {
  const foreseen = error instanceof Plain || error instanceof EnvError || error instanceof Refusal;
  const trace = error instanceof Error && !foreseen ? `${error.stack ?? ''}\n` : '';
  process.stderr.write(`${trace}${sentenceOf(error)}\n`);
  return 1;
}

/** Runs a step and prints what it did and how long it took. */
export async function step<T>(
  name: string,
  work: () => Promise<{ said: string; value: T }>,
): Promise<T> {
  const started = performance.now();
  const { said, value } = await work();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`${name.padEnd(10)} ${said} (${seconds} s)\n`);
  return value;
}
