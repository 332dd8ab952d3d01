import { defineConfig } from 'vitest/config';

const quiet = 'tests/support/quietConsole.ts';
const server = 'tests/support/databaseServer.ts';

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: [quiet],
          // Laws over hundreds of random cases, on a machine that may be busy.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['tests/store/**/*.test.ts'],
          setupFiles: [quiet],
          globalSetup: [server],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          setupFiles: [quiet],
          globalSetup: [server],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          setupFiles: [quiet],
          globalSetup: [server],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
