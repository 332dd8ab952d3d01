import type { Pool } from 'pg';
import type { Env } from '#lib/env.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { unfinishedImports } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { missingMigrations } from '#lib/store/migrate.ts';
import { listOrgs } from '#lib/store/orgs.ts';
import { createOwnerPool } from '#lib/store/ownerPool.ts';
import { serverFacts } from '#lib/store/serverFacts.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database/withDatabase.ts';
import { sentenceOf } from '../say.ts';
import { freeMegabytes } from '../up/checkPlace.ts';

type Finding = { check: string; ok: boolean; said: string };
type Check = { name: string; run: () => Promise<Omit<Finding, 'check'>> };

const LOW_DISK_MB = 1_000;

export const doctor: Command = {
  words: ['doctor'],
  usage: 'doctor',
  options: [],
  run: async (_given, env) => {
    const findings: Finding[] = [];
    await examine(findings, [
      { name: 'configuration', run: async () => ({ ok: true, said: saidOf(env) }) },
      { name: 'disk', run: () => checkDisk(env) },
    ]);
    try {
      const asFound = async () => undefined;
      await withDatabase(env, (pool, url) => examine(findings, databaseChecks(pool, url)), asFound);
    } catch (error) {
      findings.push({ check: 'database', ok: false, said: sentenceOf(error) });
    }
    for (const { check, ok, said } of findings) {
      process.stderr.write(`${ok ? 'ok   ' : 'WRONG'} ${check.padEnd(14)} ${said}\n`);
    }
    const failed = findings.some((finding) => !finding.ok);
    return { answer: { ok: !failed, findings }, failed };
  },
};

async function examine(findings: Finding[], checks: Check[]): Promise<void> {
  for (const { name, run } of checks) {
    findings.push({ check: name, ...(await run().catch(toFinding)) });
  }
}

function toFinding(error: unknown): Omit<Finding, 'check'> {
  return { ok: false, said: sentenceOf(error) };
}

function saidOf(env: Env): string {
  const database = env.databaseUrl === undefined ? 'embedded database' : 'own database';
  return `${database}, data in ${env.dataDir}, address ${env.host}:${env.port}`;
}

async function checkDisk(env: Env): Promise<Omit<Finding, 'check'>> {
  const free = (await freeMegabytes(env.dataDir)) ?? 0;
  const said = `${free} MB free at ${env.dataDir}`;
  const mend = `${said}: free some, or set DATA_DIR to another disk`;
  return free < LOW_DISK_MB ? { ok: false, said: mend } : { ok: true, said };
}

function databaseChecks(pool: Pool, url: string): Check[] {
  return [
    {
      name: 'database',
      run: async () => {
        const { version, zone, free } = await serverFacts(pool);
        return { ok: free > 5, said: `Postgres ${version}, ${zone}, ${free} connections free` };
      },
    },
    {
      name: 'migrations',
      run: () => checkMigrations(url),
    },
    {
      name: 'role',
      run: async () => {
        const { role } = await serverFacts(pool);
        return { ok: true, said: `${role}: neither owner nor superuser, policies hold` };
      },
    },
    { name: 'derived', run: () => checkAllDerived(pool) },
  ];
}

async function checkMigrations(url: string): Promise<Omit<Finding, 'check'>> {
  const owner = createOwnerPool(url, { max: 1 });
  try {
    const missing = await missingMigrations(owner);
    if (missing.length === 0) return { ok: true, said: 'all applied' };
    return { ok: false, said: `${missing.join(', ')} not applied: npm run up applies them` };
  } finally {
    await owner.end();
  }
}

async function checkAllDerived(pool: Pool): Promise<Omit<Finding, 'check'>> {
  let total = 0;
  const busy: string[] = [];
  for (const org of await listOrgs(pool)) {
    // The records of a long file are derived at its end: until then they do differ.
    const running = await inOrg(pool, org.id, 'read', unfinishedImports);
    if (running.length > 0) {
      busy.push(org.slug);
      continue;
    }
    const { records, differing } = await checkDerived(pool, org.id);
    total += records;
    if (differing.length > 0) {
      const mend = `npm run cli -- rebuild --org ${org.slug}`;
      return { ok: false, said: `${org.slug}: ${differing.join(', ')} differ; run ${mend}` };
    }
  }
  const unseen = busy.length > 0 ? `; not looked at while they import: ${busy.join(', ')}` : '';
  return { ok: true, said: `${total} records, derived = rebuilt${unseen}` };
}
