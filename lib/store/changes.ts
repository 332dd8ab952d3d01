import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import {
  CHANGE_STATES,
  type SettingsChange,
  settingsChange,
  type WeekEffect,
  weekEffect,
} from '#lib/contract/rederive.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const changeRow = z.strictObject({
  id: z.uuid(),
  change: settingsChange,
  status: z.enum(CHANGE_STATES),
  records: z.number(),
  total: z.number(),
  error: z.string().nullable(),
  requestedAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type ChangeRow = z.output<typeof changeRow>;

const columns = sql`id, change, status, records::float8 as records, total::float8 as total, error,
  requested_at as "requestedAt", started_at as "startedAt", finished_at as "finishedAt"`;

/** Puts a change down; from now on answers say that it is on its way. */
export async function insertChange(
  tx: Tx,
  one: { id: string; change: SettingsChange; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into rederive (org_id, id, change, status, requested_at)
      values (${tx.orgId}::uuid, ${one.id}::uuid, ${JSON.stringify(one.change)}::jsonb, 'queued',
        ${one.now})`,
  );
  await run(tx, sql`update org set changing = changing + 1 where id = ${tx.orgId}::uuid`);
}

export async function listChanges(tx: Tx, limit: number): Promise<ChangeRow[]> {
  return rows(
    tx,
    changeRow,
    sql`select ${columns} from rederive where org_id = ${tx.orgId}::uuid
      order by requested_at desc, id limit ${limit}`,
  );
}

/** Changes that are not in force yet, the oldest first. */
export async function waitingChanges(tx: Tx): Promise<ChangeRow[]> {
  return rows(
    tx,
    changeRow,
    sql`select ${columns} from rederive
      where org_id = ${tx.orgId}::uuid and status in ('queued', 'running') order by requested_at, id`,
  );
}

/** How far a run is, told from outside its transaction. */
export async function tellProgress(
  tx: Tx,
  ids: readonly string[],
  told: { records: number; total: number; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update rederive set status = 'running', records = ${told.records}, total = ${told.total},
        started_at = coalesce(started_at, ${told.now})
      where org_id = ${tx.orgId}::uuid and id = any(${ids}::uuid[])
        and status in ('queued', 'running')`,
  );
}

/** The changes are in force, or could not be: either way nobody waits for them any more. */
export async function finishChanges(
  tx: Tx,
  ids: readonly string[],
  end: { now: Date; error: string | null; records: number; effect: readonly WeekEffect[] },
): Promise<void> {
  const { now, error, records, effect } = end;
  await run(
    tx,
    sql`update rederive set status = ${error === null ? 'done' : 'failed'}, finished_at = ${now},
        error = ${error}, records = ${records}, total = ${records},
        effect = ${JSON.stringify(effect)}::jsonb
      where org_id = ${tx.orgId}::uuid and id = any(${ids}::uuid[])`,
  );
  await run(
    tx,
    sql`update org set changing = (select count(*) from rederive
          where org_id = ${tx.orgId}::uuid and status in ('queued', 'running')),
        generation = generation + ${error === null ? 1 : 0}
      where id = ${tx.orgId}::uuid`,
  );
}

const effectRow = z.strictObject({
  id: z.uuid(),
  change: settingsChange,
  finishedAt: z.date(),
  effect: z.array(weekEffect),
});

/** What changes since a moment did to weeks that were over. */
export async function effectsSince(tx: Tx, since: Date): Promise<z.output<typeof effectRow>[]> {
  return rows(
    tx,
    effectRow,
    sql`select id, change, finished_at as "finishedAt", effect from rederive
      where org_id = ${tx.orgId}::uuid and status = 'done' and finished_at > ${since}
      order by finished_at, id`,
  );
}

/** One run at a time per organization, until the transaction ends; false: somebody else runs. */
export async function lockRederive(tx: Tx, wait: boolean): Promise<boolean> {
  const key = `rederive ${tx.orgId}`;
  if (wait) {
    await tx.client.query('set local lock_timeout = 0');
    await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    return true;
  }
  const { rows: told } = await tx.client.query<{ got: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as got',
    [key],
  );
  return told[0]?.got ?? false;
}

/** Beside others that only keep a run from beginning; false while one is under way. */
export async function keepFromRederive(tx: Tx): Promise<boolean> {
  const { rows: told } = await tx.client.query<{ got: boolean }>(
    'select pg_try_advisory_xact_lock_shared(hashtextextended($1, 0)) as got',
    [`rederive ${tx.orgId}`],
  );
  return told[0]?.got ?? false;
}

async function run(tx: Tx, statement: Sql): Promise<void> {
  await tx.client.query({ text: statement.text, values: statement.values });
}
