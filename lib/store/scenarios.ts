import sql, { empty } from 'sql-template-tag';
import { z } from 'zod';
import { nameKey } from '#lib/contract/nameKey.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';
import { run } from './run.ts';

const scenarioRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  body: z.unknown(),
  locked: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type ScenarioRow = z.infer<typeof scenarioRow>;

const versionRow = z.strictObject({
  version: z.int(),
  name: z.string(),
  body: z.unknown(),
  author: z.string().nullable(),
  remark: z.string().nullable(),
  createdAt: z.date(),
});
export type ScenarioVersionRow = z.infer<typeof versionRow>;

/** Who changed something, and why, in their own words. */
export type Hand = { author: string | null; remark: string | null };

/** The organization's scenarios, the last changed first; or one. */
export async function listScenarios(tx: Tx, id?: string): Promise<ScenarioRow[]> {
  return rows(
    tx,
    scenarioRow,
    sql`select id, name, version, body, locked, created_at as "createdAt",
        updated_at as "updatedAt"
      from scenario where org_id = ${tx.orgId}::uuid
        ${id === undefined ? empty : sql`and id = ${id}::uuid`}
      order by updated_at desc, name_key`,
  );
}

/** One scenario, which nobody else changes until the end. */
export async function holdScenario(tx: Tx, id: string): Promise<ScenarioRow | null> {
  const { orgId } = tx;
  await run(
    tx,
    sql`select from scenario where org_id = ${orgId}::uuid and id = ${id}::uuid for update`,
  );
  return (await listScenarios(tx, id))[0] ?? null;
}

/** Every state that a scenario had, the newest first. */
export async function listScenarioVersions(tx: Tx, id: string): Promise<ScenarioVersionRow[]> {
  return rows(
    tx,
    versionRow,
    sql`select version, name, body, author, remark, created_at as "createdAt"
      from scenario_version where org_id = ${tx.orgId}::uuid and scenario_id = ${id}::uuid
      order by version desc`,
  );
}

/** Whether another scenario has this name. Until the end, nobody else can take it. */
export async function isScenarioNameTaken(tx: Tx, name: string, except: string): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.orgId} scenario`}, 0))`);
  const found = await rows(
    tx,
    z.strictObject({ id: z.uuid() }),
    sql`select id from scenario where org_id = ${tx.orgId}::uuid
      and name_key = ${nameKey(name)} and id <> ${except}::uuid`,
  );
  return found.length > 0;
}

/** Keeps a scenario's newest state, and with `by` as a version of its own. */
export async function putScenario(tx: Tx, one: ScenarioRow, by: Hand | null): Promise<void> {
  const body = JSON.stringify(one.body);
  await run(
    tx,
    sql`insert into scenario
        (org_id, id, name, name_key, version, body, locked, created_at, updated_at)
      values (${tx.orgId}::uuid, ${one.id}::uuid, ${one.name}, ${nameKey(one.name)},
        ${one.version}, ${body}::jsonb, ${one.locked}, ${one.createdAt}, ${one.updatedAt})
      on conflict (org_id, id) do update set name = excluded.name, name_key = excluded.name_key,
        version = excluded.version, body = excluded.body, locked = excluded.locked,
        updated_at = excluded.updated_at`,
  );
  if (by === null) return;
  await run(
    tx,
    sql`insert into scenario_version
        (org_id, scenario_id, version, name, body, author, remark, created_at)
      values (${tx.orgId}::uuid, ${one.id}::uuid, ${one.version}, ${one.name}, ${body}::jsonb,
        ${by.author}, ${by.remark}, ${one.updatedAt})`,
  );
}

/** Removes a scenario with all its versions. */
export async function removeScenario(tx: Tx, id: string): Promise<void> {
  const { orgId } = tx;
  await run(
    tx,
    sql`delete from scenario_version where org_id = ${orgId}::uuid and scenario_id = ${id}::uuid`,
  );
  await run(tx, sql`delete from scenario where org_id = ${orgId}::uuid and id = ${id}::uuid`);
}
