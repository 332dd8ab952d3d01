import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '#lib/cli/embedded/freePort.ts';
import { type Launcher, launch, processesOf } from '#tests/support/launcher.ts';

/** Promised: a second start serves within eight seconds. */
const SECOND_START_MS = 8_000;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let folder: string;
let port: number;
let current: Launcher;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-launcher-'));
  port = await freePort();
});
test.afterAll(async () => {
  current.child.kill('SIGTERM');
  await current.ended;
  await rm(folder, { recursive: true, force: true });
});

const health = () =>
  fetch(`http://localhost:${port}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  );

const LEVERS = JSON.stringify({ rates: { cr1: 0.2, cr2: 0.25, cr3: 0.95, cr4: 0.25 }, gain: 0.1 });

/** A call of which the server has the beginning, and waits for the rest. */
async function halfSent() {
  const headers = {
    origin: `http://localhost:${port}`,
    expect: '100-continue',
    'content-type': 'application/json',
    'content-length': LEVERS.length,
  };
  const path = '/api/v1/plans/levers';
  const call = request({ host: 'localhost', port, path, method: 'POST', headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    call.once('response', resolve).once('error', reject);
  });
  call.flushHeaders();
  await once(call, 'continue');
  call.write(LEVERS.slice(0, 9));
  return { call, answer };
}

test('the first start says each step in a line, with the time it took', async () => {
  current = launch(folder, port);
  const said = await current.ready;
  for (const step of ['database', 'schema', 'sample', 'pages', 'worker', 'web']) {
    expect(said).toMatch(new RegExp(`^${step} +.*\\(\\d+\\.\\d s\\)$`, 'm'));
  }
  expect(said).toContain(`http://localhost:${port}`);
  expect(await health()).toBe(200);
});

test('a second launcher on the same data says that one is running', async () => {
  const { code, said } = await launch(folder, await freePort()).ended;
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain(`already running at http://localhost:${port}`);
});

test('a port in use and a wrong variable give one sentence each', async () => {
  const other = await mkdtemp(join(tmpdir(), 'bowtie-launcher-'));
  for (const [extra, sentence] of [
    [{}, `Port ${port} is in use`],
    [{ PORT: '70000' }, 'PORT must be between 1 and 65535'],
    [{ HOST: '203.0.113.7' }, 'HOST=203.0.113.7 is not an address of this machine'],
    [{ PORT: '9', DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like'],
  ] as const) {
    const { code, said } = await launch(other, port, extra).ended;
    expect(code, said).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(sentence);
  }
  await rm(other, { recursive: true, force: true });
});

test('a database that dies is started again, and the pages go on', async () => {
  const pid = Number(
    (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
  );
  process.kill(pid, 'SIGKILL');
  await expect.poll(health, { timeout: 30_000 }).toBe(503);
  await expect.poll(health, { timeout: 60_000 }).toBe(200);
});

test('Ctrl-C answers what is under way, takes no more, and leaves no process behind', async () => {
  const { call, answer } = await halfSent();
  current.child.kill('SIGINT');
  await expect.poll(health).toBe(0);
  call.end(LEVERS.slice(9));
  expect((await answer).statusCode).toBe(200);
  expect((await current.ended).code).toBe(0);
  expect(await processesOf(folder)).toEqual([]);
});

test('a second start is serving in seconds, and keeps the data', async () => {
  const started = performance.now();
  current = launch(folder, port);
  const said = await current.ready;
  expect(performance.now() - started).toBeLessThan(SECOND_START_MS);
  expect(said).toContain('not needed, 1 organization(s)');
  expect(await health()).toBe(200);
});

test('after kill -9 its children end, and the next start takes over', async () => {
  current.child.kill('SIGKILL');
  await current.ended;
  current = launch(folder, port);
  expect(await current.ready).toContain('embedded Postgres adopted');
  expect(await health()).toBe(200);
  const workers = (await processesOf(folder)).filter((line) => line.includes('worker.ts'));
  expect(workers).toHaveLength(1);
});
