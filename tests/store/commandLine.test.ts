import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesIn } from '#lib/cli/embedded/places.ts';
import { findPostmaster } from '#lib/cli/embedded/postmaster.ts';
import { childEnv } from '#lib/env.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bowtie-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Said = { code: number; stdout: string; stderr: string };

function run(...words: string[]): Promise<Said> {
  const env = childEnv({ DATA_DIR: join(folder, 'data'), DATABASE_URL: '' });
  return new Promise((resolve) => {
    execFile(process.execPath, ['lib/cli/main.ts', ...words], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const jsonOf = ({ stdout }: Said) => JSON.parse(stdout);

describe('npm run cli', () => {
  it('prints an organization as one line of JSON, and nothing else', async () => {
    const words = ['org', 'create', 'acme', '--name', 'Acme, Inc', '--time-zone', 'Europe/Berlin'];
    const said = await run(...words, '--currency', 'EUR', '--order', 'segment=small,mid');
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout.split('\n')).toHaveLength(2);
    expect(jsonOf(said)).toMatchObject({
      slug: 'acme',
      name: 'Acme, Inc',
      order: { segment: ['small', 'mid'] },
    });
  });

  it('ends the database that it began', async () => {
    expect(await findPostmaster(placesIn(join(folder, 'data')))).toBeUndefined();
  });

  it('changes settings, adds rates and makes a key', async () => {
    const changed = await run('org', 'set', 'acme', '--stages', 'won,mql', '--week-start', 'sun');
    expect(jsonOf(changed)).toMatchObject({ stages: ['mql', 'won'], week_start: 'sun' });
    const rule = join(folder, 'rule.json');
    const bands = [{ from: '0', segment: 'small' }];
    await writeFile(rule, JSON.stringify({ names: { SMB: 'small' }, bands }));
    const ruled = await run('org', 'set', 'acme', '--segment-rule', rule);
    expect(jsonOf(ruled)).toMatchObject({ segment_rule: { names: { SMB: 'small' }, bands } });
    await writeFile(rule, JSON.stringify({ names: {}, bands: [...bands, ...bands] }));
    const twice = await run('org', 'set', 'acme', '--segment-rule', rule);
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    expect(twice.stderr).toMatch(/^segment_rule\.bands\.1\.from: must be above/);
    const file = join(folder, 'rates.csv');
    await writeFile(file, 'date,currency,rate\n2026-01-01,USD,0.9\n');
    expect(jsonOf(await run('rates', '--org', 'acme', '--file', file))).toMatchObject({ rates: 1 });
    const key = await run('key', 'create', '--org', 'acme', '--scope', 'read,ingest');
    expect(Object.keys(jsonOf(key))).toEqual(['key']);
    expect(jsonOf(key).key).toMatch(/^bt_/);
  });

  it('takes one-off revenue; the same file again changes nothing', async () => {
    const file = join(folder, 'one-off.csv');
    await writeFile(file, 'account_id,day,amount\na,2026-01-01,5\na,2026-01-01,7.50\n');
    const words = ['one-off', '--org', 'acme', '--file', file];
    expect(jsonOf(await run(...words))).toMatchObject({ received: 2, accepted: 2, duplicates: 0 });
    expect(jsonOf(await run(...words))).toMatchObject({ received: 2, accepted: 0, duplicates: 2 });
    await writeFile(file, 'account_id,day,amount\na,2026-01-01,-5\n');
    expect((await run(...words)).code).toBe(1);
  });

  it('takes a file with its mapping, and rows that it cannot take do not fail it', async () => {
    const file = join(folder, 'events.csv');
    await writeFile(file, 'Deal,Step,On\nd1,Lead,2026-01-05\nd1,Closed,2026-02-01\nd2,Lead,soon\n');
    const mapping = join(folder, 'mapping.json');
    const columns = { record_id: 'Deal', stage: 'Step', occurred_at: 'On' };
    await writeFile(mapping, JSON.stringify({ columns, stages: { Lead: 'mql', Closed: 'won' } }));
    const words = ['import', '--org', 'acme', '--kind', 'events', '--file', file];
    const said = await run(...words, '--mapping', mapping);
    expect(said.code).toBe(0);
    expect(jsonOf(said)).toMatchObject({
      ...{ status: 'done', received: 3, accepted: 2, quarantined: 1 },
    });
    expect(said.stderr).toBe('');
    const mine = await run('doctor');
    expect(mine.code).toBe(0);
    expect(jsonOf(mine).ok).toBe(true);
    expect(jsonOf(await run('rebuild', '--org', 'acme'))).toMatchObject({ records: 1 });
  });

  it('says what it took the columns for when no mapping is given', async () => {
    const file = join(folder, 'plain.csv');
    await writeFile(
      file,
      'Deal ID,Stage,Entered on\nd9,MQL,2026-01-05\nd9,Closed Won,2026-02-01\n',
    );
    const said = await run('import', '--org', 'acme', '--kind', 'events', '--file', file);
    expect(jsonOf(said)).toMatchObject({ status: 'done', accepted: 2, mapping_name: null });
    expect(said.stderr).toContain('record_id = column "Deal ID"');
    expect(said.stderr).toContain('stage "Closed Won" = won');
    const columns = { record_id: 'Deal ID', stage: 'Stage', occurred_at: 'Entered on' };
    expect(JSON.parse(said.stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ columns });
  });

  it.each([
    [['org', 'create', 'acme', '--name', 'x', '--time-zone', 'UTC', '--currency', 'USD'], 'exists'],
    [['org', 'set', 'nobody', '--name', 'x'], 'There is no organization "nobody"'],
    [['org', 'set', 'acme', '--time-zone', 'Mars'], 'time_zone'],
    [['org', 'set', 'acme', '--renewal-grace-days', 'many'], '--renewal-grace-days'],
    [['key', 'create', '--org', 'acme', '--scope', 'all'], '--scope "all"'],
    [['import', '--org', 'acme', '--kind', 'deals', '--file', 'x'], '--kind "deals"'],
    [['restore', '--from', '/nowhere'], 'holds no backup'],
    [['dance'], 'There is no command "dance"'],
  ])('refuses %j with one sentence', async (words, sentence) => {
    const said = await run(...words);
    expect(said.code).toBe(1);
    expect(said.stdout).toBe('');
    expect(said.stderr.trim().split('\n').at(-1)).toContain(sentence);
    expect(said.stderr).not.toContain('    at ');
  });
});
