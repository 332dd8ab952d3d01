import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../embedded/freePort.ts';
import { findBrowser } from './findBrowser.ts';
import { runTool } from './runTool.ts';
import type { Step } from './step.ts';

const report = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

/** The journeys in a real browser, on the product as `npm run up` starts it. */
export const playwright: Step = {
  name: 'e2e',
  run: async (root) => {
    const browser = await findBrowser(root);
    const folder = await mkdtemp(join(tmpdir(), 'bowtie-verify-'));
    const file = join(folder, 'report.json');
    try {
      const words = ['playwright', 'test', '--reporter=list,json'];
      const { code, output } = await runTool(root, words, {
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        E2E_PORT: String(await freePort()),
      });
      const text = await readFile(file, 'utf8').catch(() => '{}');
      const stats = report.safeParse(JSON.parse(text)).data?.stats;
      const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
      return {
        passed: stats?.expected ?? 0,
        failed: code === 0 ? failed : Math.max(1, failed),
        output: `browser: ${browser.executablePath}\n${output}`,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
