import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Plain } from '../say.ts';

const NEEDED_MB = 300;

/** Refuses to start on a disk that would soon be full: Postgres does not survive that. */
export async function checkDisk(dataDir: string): Promise<void> {
  const free = await freeMegabytes(dataDir);
  if (free !== undefined && free < NEEDED_MB) {
    throw new Plain(
      `The disk of ${dataDir} is full (${free} MB free, ${NEEDED_MB} MB needed): ` +
        'free some space, or set DATA_DIR to another disk.',
    );
  }
}

export async function freeMegabytes(path: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(path);
    return Math.floor((bavail * bsize) / 1_048_576);
  } catch {
    return dirname(path) === path ? undefined : freeMegabytes(dirname(path));
  }
}

/** Refuses before anything is started when the address cannot be had. */
export async function checkPort(host: string, port: number, patient: boolean): Promise<void> {
  let fault = await tryPort(host, port);
  for (let waited = 0; patient && fault?.code === 'EADDRINUSE' && waited < 8_000; waited += 200) {
    await sleep(200);
    fault = await tryPort(host, port);
  }
  if (fault === undefined) return;
  const reasons: Record<string, string> = {
    EADDRINUSE:
      `Port ${port} is in use by another program: ` +
      `end that program, or choose another port (PORT=${port + 1} npm run up).`,
    EACCES:
      `Port ${port} may not be opened by this user: ` +
      'choose one above 1023 (PORT=3000 npm run up).',
    EADDRNOTAVAIL: `HOST=${host} is not an address of this machine: leave HOST out, or correct it.`,
    ENOTFOUND: `HOST=${host} is not a known name: leave HOST out, or correct it.`,
  };
  throw new Plain(
    reasons[fault.code ?? ''] ?? `The address ${host}:${port} cannot be opened: ${fault.message}`,
  );
}

async function tryPort(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
