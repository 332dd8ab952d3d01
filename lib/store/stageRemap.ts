import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';
import type { StageMap } from './stageMaps.ts';

/** Whether any stage name means another stage than when facts were read by it. */
export async function hasRemap(tx: Tx): Promise<boolean> {
  const [found] = await rows(
    tx,
    z.strictObject({ found: z.boolean() }),
    sql`select exists (select 1 from stage_remap where org_id = ${tx.orgId}::uuid) as found`,
  );
  return found?.found ?? false;
}

/** Of all facts that came until now these names mean other stages; null: they are ignored. */
export async function putRemap(tx: Tx, names: StageMap, now: Date): Promise<void> {
  const list = Object.entries(names).map(([name, stage]) => ({ name, stage }));
  const put = sql`insert into stage_remap (org_id, name, stage, up_to, created_at)
    select ${tx.orgId}::uuid, name, stage, (select nextval('arrival_seq')), ${now}
    from json_to_recordset(${JSON.stringify(list)}::json) as given (name text, stage text)
    on conflict (org_id, name) do update set stage = excluded.stage, up_to = excluded.up_to,
      created_at = excluded.created_at`;
  await tx.client.query({ text: put.text, values: put.values });
}
