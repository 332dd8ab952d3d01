import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The laws of the house that no tool knows. Functions (70 lines) and imports have tools. */
const FILE_LINES = 300;
const LINE_LENGTH = 100;

const OUTSIDE = new Set([
  ...['node_modules', '.git', '.next', '.data', 'coverage', 'public', 'cases'],
  ...['test-results', 'playwright-report'],
]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (OUTSIDE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const files = filesBelow('.').filter((path) => /\.(ts|tsx|mjs|css|sql)$/.test(path));
const textOf = (path: string) => readFileSync(path, 'utf8');

/** Code without comments and without what strings say. */
function codeOf(path: string): string {
  return textOf(path)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** Comment lines but those of examples, which are code that runs as a test. */
function proseOf(path: string): string[] {
  let example = false;
  return textOf(path)
    .split('\n')
    .filter((line) => {
      if (line.includes('@example')) example = true;
      const prose = !example && /^\s*(\/\/|\/?\*)/.test(line);
      if (line.includes('*/')) example = false;
      return prose;
    });
}

/**
 * Each exception needs a reason, and one that is no longer needed must go: the list only shrinks.
 */
function check(breaks: (path: string) => boolean, exceptions: Record<string, string> = {}): void {
  const breaking = files.filter(breaks);
  expect(breaking.filter((path) => exceptions[path] === undefined)).toEqual([]);
  const needless = Object.keys(exceptions).filter((path) => !breaking.includes(path));
  expect(needless, 'exceptions that are no longer needed').toEqual([]);
}

/** Where the world comes in: these read the clock, dice and ids, and pass them down. */
const ENTRY = /^(app|lib\/cli|lib\/jobs)\//;

describe('tidy', () => {
  it('finds the house', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it(`keeps every file under ${FILE_LINES} lines`, () => {
    check((path) => textOf(path).split('\n').length - 1 > FILE_LINES, LONG_FILES);
  });

  it(`keeps every line of a comment under ${LINE_LENGTH} characters; code has a formatter`, () => {
    check((path) => proseOf(path).some((line) => line.length > LINE_LENGTH));
  });

  it('has no room for things without a name', () => {
    check((path) => /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.)/i.test(path));
  });

  it('names a file after its one main export', () => {
    const named = /^(lib|components|prisma\/sample)\/.*\.tsx?$/;
    check((path) => {
      if (!named.test(path) || path.endsWith('.d.ts')) return false;
      const exported = [...codeOf(path).matchAll(/^export .*$/gm)];
      return exported.length === 1 && !isNamedAfter(path, exported[0]?.[0] ?? '');
    }, NAMED_OTHERWISE);
  });

  it('reads the environment in one place', () => {
    check((path) => /process\.env/.test(codeOf(path)) && !path.startsWith('tests/'), {
      'lib/env.ts': 'the one reader',
      'lib/cli/bootstrap.mjs': 'runs before anything is installed',
      'lib/cli/verify/unpackBrowser.ts': 'a package answers through it',
      'playwright.config.ts': 'runs outside the product',
    });
  });

  it('passes in clock, dice and ids', () => {
    const reads = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/;
    const inside = /^(lib|components|prisma\/sample)\//;
    check((path) => inside.test(path) && !ENTRY.test(path) && reads.test(codeOf(path)));
  });

  it('never sleeps, never mocks SQL and never skips in silence in tests', () => {
    const lazy = /\.only\(|vi\.mock\(['"](pg|#lib\/store)|setTimeout\(\s*resolve/;
    check((path) => path.startsWith('tests/') && path !== SELF && lazy.test(textOf(path)));
  });

  it('suppresses no type', () => {
    check((path) => path !== SELF && /@ts-(ignore|nocheck|expect-error)/.test(textOf(path)));
  });
});

const SELF = 'tests/unit/tidy.test.ts';

/** Files that are long, for a reason. */
const LONG_FILES: Record<string, string> = {
  'prisma/migrations/0001_init/migration.sql': 'a migration that ran is never touched again',
};

/** Files whose only export has another name, for a reason. */
const NAMED_OTHERWISE: Record<string, string> = {
  'lib/api/app.ts': 'the router object is the app',
};

function isNamedAfter(path: string, line: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.tsx?$/, '');
  if (/^export (default|\*|\{|type )/.test(line)) return true;
  const name = /^export (?:async )?(?:function\*?|const|let|class|abstract class) (\w+)/.exec(line);
  const plain = (text: string) => text.replaceAll(/[^a-z0-9]/gi, '').toLowerCase();
  const [said, file] = [plain(name?.[1] ?? base), plain(base).replace(/s$/, '')];
  return said.includes(file) || file.includes(said);
}
