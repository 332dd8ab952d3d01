import sql from 'sql-template-tag';
import { z } from 'zod';
import { LADDER, type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** CRM stage names to stages; null is "ignored". */
export type StageMap = Record<string, Stage | null>;

const stage = z.enum(TIE_ORDER as unknown as [Stage, ...Stage[]]);
const mapRow = z.strictObject({
  version: z.int(),
  stages: z.record(z.string(), stage.nullable()),
});

/** The organization's latest map; version 0 and empty before the first. */
export async function currentStageMap(tx: Tx): Promise<{ version: number; stages: StageMap }> {
  const found = await rows(
    tx,
    mapRow,
    sql`select version, stages from stage_map where org_id = ${tx.orgId}::uuid
      order by version desc limit 1`,
  );
  return found[0] ?? { version: 0, stages: {} };
}

const OWN: ReadonlySet<string> = new Set<string>([...LADDER, ...TIE_ORDER]);

/** New names become a new version of the map; names that are stages of ours are left out. */
export async function extendStageMap(tx: Tx, names: StageMap, now: Date): Promise<StageMap> {
  const { version, stages } = await currentStageMap(tx);
  const news = Object.entries(names).filter(
    ([name, target]) => !OWN.has(name) && (!Object.hasOwn(stages, name) || stages[name] !== target),
  );
  if (news.length === 0) return stages;
  const next = { ...stages, ...Object.fromEntries(news) };
  const insert = sql`insert into stage_map (org_id, version, stages, created_at)
    values (${tx.orgId}::uuid, ${version + 1}, ${JSON.stringify(next)}::jsonb, ${now})`;
  await tx.client.query({ text: insert.text, values: insert.values });
  return next;
}
