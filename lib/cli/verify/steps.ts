import { buildPages } from './buildPages.ts';
import { playwright } from './playwright.ts';
import type { Step } from './step.ts';
import { tool } from './tool.ts';
import { vitest } from './vitest.ts';

const ROOMS = ['app', 'components', 'lib', 'prisma', 'tests'];

/** What CI runs, the quick ones first. A tool counts as one check, a runner as its tests. */
export const STEPS: readonly Step[] = [
  tool('lint', ['biome', 'ci', '--colors=off', '--error-on-warnings', '.']),
  tool('types', ['next', 'typegen'], ['tsc', '--noEmit', '--pretty', 'false']),
  tool('imports', ['depcruise', '--config', '.dependency-cruiser.mjs', ...ROOMS]),
  tool('dead-code', ['knip', '--no-progress', '--treat-config-hints-as-errors']),
  vitest('unit'),
  vitest('store'),
  vitest('api'),
  vitest('faults'),
  buildPages,
  playwright,
];
