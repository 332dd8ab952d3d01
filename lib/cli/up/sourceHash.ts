import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'public'];
const FILES = ['next.config.ts', 'postcss.config.mjs', 'package.json', 'package-lock.json'];
/** Parts of `lib` that no page and no route reaches. */
const OUTSIDE = ['lib/cli', 'lib/jobs'];

/** One value for all that a build is made of. */
export async function sourceHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  const lists = await Promise.all(FOLDERS.map((folder) => filesBelow(root, folder)));
  for (const name of [...lists.flat().sort(), ...FILES]) {
    const content = await readFile(join(root, name)).catch(() => undefined);
    if (content !== undefined) hash.update(`${name}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  if (OUTSIDE.includes(folder)) return [];
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const name = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, name) : [name];
    }),
  );
  return found.flat();
}
