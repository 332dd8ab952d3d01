import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { childEnv } from '#lib/env.ts';
import { runTool } from './runTool.ts';

const shape = z.strictObject({
  executablePath: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});
export type Browser = z.infer<typeof shape>;

const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const DOWNLOAD_MS = 120_000;

/**
 * A Chromium that starts here: one that is there already, Playwright's own, Debian's, or the one
 * inside an npm package. What was found is written down for the next run and for single tests.
 */
export async function findBrowser(root: string): Promise<Browser> {
  const note = join(root, '.data/browser.json');
  const ways: (() => Promise<Browser | undefined>)[] = [
    () => noted(note),
    async () => plain(chromium.executablePath()),
    async () => plain('/usr/bin/chromium'),
    () => download(root),
    () => installDebian(root),
    () => unpack(root),
  ];
  for (const way of ways) {
    const browser = await way().catch(() => undefined);
    if (browser === undefined || !(await starts(browser))) continue;
    await mkdir(dirname(note), { recursive: true });
    await writeFile(note, JSON.stringify(browser));
    return browser;
  }
  throw new Error(
    'No browser could be had: install Debian\'s package "chromium", or let ' +
      '"npx playwright install chromium" download one.',
  );
}

function plain(executablePath: string): Browser {
  return { executablePath, args: ARGS, env: {} };
}

async function noted(note: string): Promise<Browser> {
  return shape.parse(JSON.parse(await readFile(note, 'utf8')));
}

async function download(root: string): Promise<Browser> {
  const libraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
  const words = ['playwright', 'install', 'chromium', ...libraries];
  await runTool(root, words, {}, DOWNLOAD_MS);
  return plain(chromium.executablePath());
}

async function installDebian(root: string): Promise<Browser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await runTool(root, ['apt-get', 'update'], quiet);
  await runTool(root, ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], quiet);
  return plain('/usr/bin/chromium');
}

/** Into the project's own folder: nobody else can put a program there. */
async function unpack(root: string): Promise<Browser> {
  const file = join(root, 'lib/cli/verify/unpackBrowser.ts');
  const folder = join(root, '.data/browser');
  await mkdir(folder, { recursive: true });
  // The package unpacks its own libraries only where it believes to be on that platform.
  const { output } = await runTool(root, ['node', file], { VERCEL: '1', TMPDIR: folder });
  const found = shape.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  return { ...found, args: ARGS };
}

async function starts(browser: Browser): Promise<boolean> {
  try {
    await access(browser.executablePath);
    const running = await chromium.launch(optionsOf(browser));
    const page = await running.newPage();
    await page.setContent('<title>here</title>');
    const title = await page.title();
    await running.close();
    return title === 'here';
  } catch {
    return false;
  }
}

function optionsOf({ executablePath, args, env }: Browser) {
  return { executablePath, args, env: childEnv(env) };
}
