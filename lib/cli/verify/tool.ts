import { runTool } from './runTool.ts';
import type { Step } from './step.ts';

/** A check that either holds or does not: the programs run one after another. */
export function tool(name: string, ...programs: readonly (readonly string[])[]): Step {
  return {
    name,
    run: async (root) => {
      for (const words of programs) {
        const { code, output } = await runTool(root, words);
        if (code !== 0) return { passed: 0, failed: 1, output };
      }
      return { passed: 1, failed: 0, output: '' };
    },
  };
}
