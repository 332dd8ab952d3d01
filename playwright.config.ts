import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 3199);
const note = '.data/browser.json';

/** The browser that `npm run verify -- --only e2e` found; Playwright's own without it. */
const found = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {};
const { env = {}, ...browser } = found;

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // One product, one database: the journeys follow one another.
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: { ...browser, env: { ...process.env, ...env } },
  },
  webServer: {
    command: 'node tests/support/startProduct.ts',
    env: { ...process.env, PORT: String(port), DATA_DIR: '.data/e2e' },
    url: `http://localhost:${port}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
});
