import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Plain, tellFault } from './say.ts';
import { STEPS } from './verify/steps.ts';
import { type Tally, takeStep } from './verify/takeStep.ts';

function readSeed(text: string | undefined): number {
  if (text === undefined) return randomInt(1_000_000);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Plain(`--seed must be a whole number, not "${text}".`);
}

const root = join(import.meta.dirname, '../..');

try {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, long: { type: 'boolean' }, seed: { type: 'string' } },
  });
  const run = { long: values.long ?? false, seed: readSeed(values.seed) };
  const wanted = values.only?.split(',');
  const unknown = wanted?.find((name) => STEPS.every((step) => step.name !== name));
  if (unknown !== undefined) {
    const known = STEPS.map((step) => step.name).join(', ');
    throw new Plain(`--only ${unknown}: there is no such step; there are ${known}.`);
  }
  const started = performance.now();
  const total: Tally = { passed: 0, failed: 0 };
  process.stdout.write(`seed       ${run.seed}: --seed ${run.seed} runs the same again\n`);
  for (const step of STEPS) {
    if (wanted !== undefined && !wanted.includes(step.name)) continue;
    const { passed, failed } = await takeStep(root, step, run);
    total.passed += passed;
    total.failed += failed;
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  process.stdout.write(`\n${minutes} minutes\n${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed === 0 ? 0 : 1);
} catch (error) {
  process.exit(tellFault(error));
}
