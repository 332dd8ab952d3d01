import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '#lib/cli/embedded/openEmbedded.ts';
import { placesIn } from '#lib/cli/embedded/places.ts';
import { findPostmaster, stopPostmaster } from '#lib/cli/embedded/postmaster.ts';
import { isAlive, waitForEnd } from '#lib/cli/embedded/processes.ts';

let folder: string;
const options = { initFlags: ['--no-sync'] };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-embedded-'));
});
afterAll(async () => {
  const left = await findPostmaster(placesIn(folder));
  if (left !== undefined) await stopPostmaster(left.pid);
  await rm(folder, { recursive: true, force: true });
});

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query(question);
    return result.rows;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  it('is created with a secret of its own, on the loopback only, in UTC', async () => {
    const server = await openEmbedded(folder, options);
    expect(server.origin).toBe('created');
    const places = placesIn(folder);
    expect((await stat(places.passwordFile)).mode & 0o777).toBe(0o600);
    expect((await readFile(places.passwordFile, 'utf8')).length).toBeGreaterThan(20);
    const names = ['listen_addresses', 'unix_socket_directories', 'TimeZone', 'fsync'];
    const settings = await ask(
      server.url,
      `select name, setting from pg_settings where name = any('{${names}}') order by lower(name)`,
    );
    expect(settings).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'unix_socket_directories', setting: '' },
    ]);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    await ask(server.url, 'create table kept as select 42 as n');
  });

  it('is adopted by whoever comes next, not started twice', async () => {
    const first = await findPostmaster(placesIn(folder));
    const again = await openEmbedded(folder, options);
    expect(again.origin).toBe('adopted');
    expect(again.pid).toBe(first?.pid);
  });

  it('comes back with its data, on its port, after it was killed', async () => {
    const before = await openEmbedded(folder, options);
    process.kill(before.pid, 'SIGKILL');
    await waitForEnd(before.pid, 5_000);
    const after = await openEmbedded(folder, options);
    expect(after.origin).toBe('started');
    expect(after.port).toBe(before.port);
    expect(await ask(after.url, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('does not take another process for the server of a stale file', async () => {
    const places = placesIn(folder);
    const running = await findPostmaster(places);
    await stopPostmaster(running?.pid ?? 0);
    expect(isAlive(running?.pid ?? 0)).toBe(false);
    await writeFile(places.pidFile, `${process.pid}\n${places.cluster}\n0\n1\n\n\n`);
    expect(await findPostmaster(places)).toBeUndefined();
    const after = await openEmbedded(folder, options);
    expect(await ask(after.url, 'select n from kept')).toEqual([{ n: 42 }]);
    await stopPostmaster(after.pid);
  });
});
