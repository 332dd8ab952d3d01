import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Plain } from '../say.ts';
import { type BackupFile, MANIFEST, type Manifest, manifestShape } from './manifest.ts';

/** The manifest of a whole backup: every file is there, byte for byte as it was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new Plain(`${folder} holds no backup: ${MANIFEST} is missing.`);
  }
  const parsed = manifestShape.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new Plain(`${join(folder, MANIFEST)} is not the manifest of a backup: take another one.`);
  }
  for (const entry of parsed.data.files) await checkFile(folder, entry);
  return parsed.data;
}

async function checkFile(folder: string, entry: BackupFile): Promise<void> {
  const path = join(folder, entry.file);
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Plain(`The backup is not whole: ${path} cannot be read (${code}).`);
  }
  if (hash.digest('hex') !== entry.sha256) {
    throw new Plain(
      `The backup is damaged: ${path} is not what was written; nothing was restored.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
