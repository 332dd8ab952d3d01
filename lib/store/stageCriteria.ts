import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const criterionRow = z.strictObject({
  stage: z.string(),
  version: z.number(),
  text: z.string(),
  from: z.string(),
  createdAt: z.number(),
});
export type CriterionRow = z.infer<typeof criterionRow>;

/** Every wording that the organization ever gave, the newest of a stage first. */
export async function listCriteria(tx: Tx): Promise<CriterionRow[]> {
  return rows(
    tx,
    criterionRow,
    sql`select stage, version, text, from_day::text as "from",
        (extract(epoch from created_at) * 1000)::float8 as "createdAt"
      from stage_criterion where org_id = ${tx.orgId}::uuid order by stage, version desc`,
  );
}

/** Adds a wording as the next version. Two writers of one stage wait for each other. */
export async function addCriterion(
  tx: Tx,
  one: { stage: string; text: string; from: string; now: Date },
): Promise<void> {
  const lock = sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.orgId} ${one.stage}`}, 0))`;
  await tx.client.query({ text: lock.text, values: lock.values });
  const add = sql`insert into stage_criterion (org_id, stage, version, text, from_day, created_at)
    select ${tx.orgId}::uuid, ${one.stage}, coalesce(max(version), 0) + 1, ${one.text},
      ${one.from}::date, ${one.now.toISOString()}::timestamptz
    from stage_criterion where org_id = ${tx.orgId}::uuid and stage = ${one.stage}`;
  await tx.client.query({ text: add.text, values: add.values });
}
