import type { Run, Step } from './step.ts';

export type Tally = { passed: number; failed: number };

/** Runs a step, prints one line about it, and its output when something failed. */
export async function takeStep(root: string, step: Step, run: Run): Promise<Tally> {
  const started = performance.now();
  const { passed, failed, output } = await step.run(root, run).catch((error: unknown) => {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, output: said };
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const said = `${passed} passed, ${failed} failed`;
  process.stdout.write(`${step.name.padEnd(10)} ${said.padEnd(24)} ${seconds} s\n`);
  if (failed > 0) process.stdout.write(`\n${output.trim()}\n\n`);
  return { passed, failed };
}
