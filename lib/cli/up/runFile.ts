import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commandLineOf } from '../embedded/processes.ts';

const shape = z.object({ pid: z.int().positive(), address: z.string() });
type Running = z.infer<typeof shape>;

function pathIn(dataDir: string): string {
  return join(dataDir, 'up.json');
}

/** The launcher that runs on this data folder now; a file that a killed one left does not count. */
export async function findRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(pathIn(dataDir), 'utf8').catch(() => '{}');
  const parsed = shape.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.pid === process.pid) return undefined;
  const line = await commandLineOf(parsed.data.pid);
  return /lib[/\\]cli[/\\]up\.ts/.test(line) ? parsed.data : undefined;
}

/** True when the last launcher did not end by itself: its children may need a moment to notice. */
export async function wasKilled(dataDir: string): Promise<boolean> {
  return access(pathIn(dataDir)).then(
    () => true,
    () => false,
  );
}

export async function writeRunning(dataDir: string, address: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(pathIn(dataDir), JSON.stringify({ pid: process.pid, address }));
}

export async function removeRunning(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
