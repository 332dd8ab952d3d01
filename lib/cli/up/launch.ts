import { join } from 'node:path';
import { type Env, LOOPBACK_HOSTS } from '#lib/env.ts';
import { openDatabase } from '../database/openDatabase.ts';
import { prepareDatabase } from '../database/prepareDatabase.ts';
import { Plain, step } from '../say.ts';
import { buildWeb } from './buildWeb.ts';
import { checkDisk, checkPort } from './checkPlace.ts';
import { type KeptChild, keepChild } from './keepChild.ts';
import { keepDatabase } from './keepDatabase.ts';
import { loadFirstSample } from './loadFirstSample.ts';
import { findRunning, removeRunning, wasKilled, writeRunning } from './runFile.ts';

export type Launched = { address: string; close: () => Promise<void> };

/** Starts everything in order; whatever was started is ended again when a later step fails. */
export async function launch(root: string, env: Env, signal: AbortSignal): Promise<Launched> {
  const address = addressOf(env);
  const running = await findRunning(env.dataDir);
  if (running !== undefined) {
    throw new Plain(
      `Bowtie is already running at ${running.address} (process ${running.pid}): stop it there ` +
        'with Ctrl-C, or start a second one with its own PORT and DATA_DIR.',
    );
  }
  await checkPort(env.host, env.port, await wasKilled(env.dataDir));
  await checkDisk(env.dataDir);
  const ends: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    await start(root, env, signal, address, ends);
    return { address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  root: string,
  env: Env,
  signal: AbortSignal,
  address: string,
  ends: (() => Promise<void>)[],
): Promise<void> {
  const children: KeptChild[] = [];
  let url = '';
  await step('database', async () => {
    const database = await openDatabase(env);
    url = database.url;
    if (database.embedded !== undefined) {
      const kept = keepDatabase(env.dataDir, database.embedded, tell, (moved) => {
        url = moved;
        for (const child of children) child.restart();
      });
      ends.push(kept.stop);
    }
    await writeRunning(env.dataDir, address);
    ends.push(() => removeRunning(env.dataDir));
    return { said: database.said, value: undefined };
  });
  signal.throwIfAborted();
  await step('schema', () => prepareDatabase(url));
  signal.throwIfAborted();
  await Promise.all([
    step('sample', () => loadFirstSample(url, new Date())),
    step('pages', async () => {
      const said = (await buildWeb(root, signal)) === 'built' ? 'built' : 'built before, unchanged';
      return { said, value: undefined };
    }),
  ]);
  const childEnvironment = () => ({
    ...{ DATABASE_URL: url, DATA_DIR: env.dataDir, PORT: String(env.port), HOST: env.host },
  });
  for (const [name, file, readyOn] of [
    ['worker', 'lib/jobs/worker.ts', 'spawn'],
    ['web', 'lib/cli/web.ts', 'message'],
  ] as const) {
    signal.throwIfAborted();
    await step(name, async () => {
      const plan = { name, file: join(root, file), env: childEnvironment, readyOn, tell };
      const { ready, child } = keepChild(plan);
      ends.push(child.stop);
      children.push(child);
      await ready;
      return { said: 'started', value: undefined };
    });
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function addressOf(env: Env): string {
  const host = LOOPBACK_HOSTS.has(env.host) ? 'localhost' : env.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.port}`;
}
