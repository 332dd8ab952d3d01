import { buildWeb } from '../up/buildWeb.ts';
import type { Step } from './step.ts';

/** The build that `npm run up` would make; the browser tests then run on it. */
export const buildPages: Step = {
  name: 'build',
  run: async (root) => {
    await buildWeb(root, new AbortController().signal);
    return { passed: 1, failed: 0, output: '' };
  },
};
