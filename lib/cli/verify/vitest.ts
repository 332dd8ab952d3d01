import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from './runTool.ts';
import type { Step } from './step.ts';

const report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** One project of vitest; a run that ends badly without a failed test counts as one. */
export function vitest(project: string): Step {
  return {
    name: project,
    run: async (root, { long, seed }) => {
      const folder = await mkdtemp(join(tmpdir(), 'bowtie-verify-'));
      const file = join(folder, 'report.json');
      try {
        const words = ['vitest', 'run', '--project', project, '--reporter=default'];
        const reports = ['--reporter=json', `--outputFile.json=${file}`];
        const extra = { BOWTIE_SEED: String(seed), BOWTIE_LONG: long ? '1' : '' };
        const most = (long ? 180 : 30) * 60_000;
        const { code, output } = await runTool(root, [...words, ...reports], extra, most);
        const text = await readFile(file, 'utf8').catch(() => '{}');
        const parsed = report.safeParse(JSON.parse(text));
        const passed = parsed.data?.numPassedTests ?? 0;
        const failed = parsed.data?.numFailedTests ?? 0;
        return { passed, failed: code === 0 ? failed : Math.max(1, failed), output };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
