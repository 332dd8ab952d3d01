import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const entry = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const own = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Versions below which a known hole is open; each with what it was. */
const FLOOR: Record<string, { least: string; why: string }> = {
  next: { least: '16.4.5', why: 'bypasses of the proxy, code execution in image optimization' },
  react: { least: '19.3.1', why: 'code execution in server components' },
};

function atLeast(version: string, least: string): boolean {
  const [mine, floor] = [version, least].map((text) => text.split('.').map(Number));
  const at = (mine ?? []).findIndex((part, index) => part !== floor?.[index]);
  return at === -1 || (mine?.[at] ?? 0) > (floor?.[at] ?? 0);
}

describe('packages', () => {
  it('are pinned to one version each', () => {
    const wanted = Object.entries({ ...own.dependencies, ...own.devDependencies });
    const loose = wanted.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version));
    expect(loose).toEqual([]);
  });

  it('are few where the product runs', () => {
    expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(50);
  });

  it('come from the registry with the hash of what was reviewed', () => {
    const bare = packages.filter(([, { integrity, link }]) => !link && integrity === undefined);
    expect(bare.map(([path]) => path)).toEqual([]);
    const elsewhere = packages.filter(([, { resolved }]) => resolved !== undefined);
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('run a script at their install only when it was decided', () => {
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect(scripted.filter((name) => own.allowScripts[name] === undefined)).toEqual([]);
    const gone = Object.keys(own.allowScripts).filter((name) => !scripted.includes(name));
    expect(gone).toEqual([]);
  });

  it.each(Object.entries(FLOOR))('are above the known holes: %s', (name, { least, why }) => {
    const version = lock.packages[`node_modules/${name}`]?.version ?? '0.0.0';
    expect(atLeast(version, least), `${version} has ${why}`).toBe(true);
    expect(atLeast('16.4.4', '16.4.5')).toBe(false);
    expect(atLeast('17.0.0', '16.4.5')).toBe(true);
  });
});
