import { format } from 'node:util';
import { afterEach, beforeEach, vi } from 'vitest';

/** A warning or an error on the console fails the test that caused it. */
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      said.push(format(...args));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`The console was not quiet:\n${said.join('\n')}`);
});
