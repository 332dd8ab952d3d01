import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';
import { run } from './run.ts';
import type { Hand } from './scenarios.ts';

const publicationRow = z.strictObject({
  fiscalYear: z.string(),
  ordinal: z.int(),
  scenarioId: z.uuid(),
  version: z.int(),
  name: z.string(),
  body: z.unknown(),
  author: z.string().nullable(),
  remark: z.string().nullable(),
  publishedAt: z.date(),
});
export type PublicationRow = z.infer<typeof publicationRow>;

/** What was ever published, the newest of the latest fiscal year first. */
export async function listPublications(tx: Tx): Promise<PublicationRow[]> {
  return rows(
    tx,
    publicationRow,
    sql`select p.fiscal_year::text as "fiscalYear", p.ordinal, p.scenario_id as "scenarioId",
        p.version, v.name, v.body, p.author, p.remark, p.published_at as "publishedAt"
      from publication p
      join scenario_version v on v.org_id = p.org_id and v.scenario_id = p.scenario_id
        and v.version = p.version
      where p.org_id = ${tx.orgId}::uuid
      order by p.fiscal_year desc, p.ordinal desc`,
  );
}

/** Makes one version of a scenario the plan of the fiscal year that begins on this day. */
export async function addPublication(
  tx: Tx,
  one: { fiscalYear: string; scenarioId: string; version: number; publishedAt: Date },
  by: Hand,
): Promise<void> {
  const { orgId } = tx;
  const day = one.fiscalYear;
  await run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${orgId} publication ${day}`}, 0))`,
  );
  await run(
    tx,
    sql`insert into publication
        (org_id, fiscal_year, ordinal, scenario_id, version, author, remark, published_at)
      select ${orgId}::uuid, ${day}::date, coalesce(max(ordinal), 0) + 1,
        ${one.scenarioId}::uuid, ${one.version}, ${by.author}, ${by.remark}, ${one.publishedAt}
      from publication where org_id = ${orgId}::uuid and fiscal_year = ${day}::date`,
  );
}
