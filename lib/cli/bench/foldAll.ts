import { readEnv } from '#lib/env.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { listOrgs } from '#lib/store/orgs.ts';
import { createPool } from '#lib/store/pool.ts';

/** What the worker does behind an import, as a process whose time and memory can be seen. */
const { databaseUrl } = readEnv();
if (databaseUrl === undefined) throw new Error('DATABASE_URL is missing');
const pool = createPool(databaseUrl, { max: 2, statementMs: 0 });
for (const org of await listOrgs(pool)) await foldOrg(pool, org.id);
await pool.end();
