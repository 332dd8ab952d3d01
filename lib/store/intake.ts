import sql from 'sql-template-tag';
import { z } from 'zod';
import { IMPORT_KINDS, type ImportKind } from '#lib/contract/ingest.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** received = accepted + duplicates + quarantined + ignored; the table checks it too. */
export type IntakeCounts = {
  received: number;
  accepted: number;
  duplicates: number;
  quarantined: number;
  ignored: number;
};

/** Adds to what came of a source's rows; counts that move between outcomes may be negative. */
export async function addIntake(
  tx: Tx,
  kind: ImportKind,
  bySource: ReadonlyMap<string, IntakeCounts>,
  receivedAt: number,
): Promise<void> {
  const list = [...bySource].map(([source, counts]) => ({ source, ...counts }));
  if (list.length === 0) return;
  const add = sql`insert into intake as i (org_id, source, kind, received, accepted, duplicates,
      quarantined, ignored, last_received_at)
    select ${tx.orgId}::uuid, source, ${kind}, received, accepted, duplicates, quarantined, ignored,
      ${new Date(receivedAt).toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(list)}::json) as given (source text, received bigint,
      accepted bigint, duplicates bigint, quarantined bigint, ignored bigint)
    on conflict (org_id, source, kind) do update set received = i.received + excluded.received,
      accepted = i.accepted + excluded.accepted, duplicates = i.duplicates + excluded.duplicates,
      quarantined = i.quarantined + excluded.quarantined, ignored = i.ignored + excluded.ignored,
      last_received_at = greatest(i.last_received_at, excluded.last_received_at)`;
  await tx.client.query({ text: add.text, values: add.values });
}

const intakeRow = z.strictObject({
  source: z.string(),
  kind: z.enum(IMPORT_KINDS),
  received: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  ignored: z.number(),
  lastReceivedAt: z.date(),
});

export async function listIntake(tx: Tx): Promise<z.infer<typeof intakeRow>[]> {
  return rows(
    tx,
    intakeRow,
    sql`select source, kind, received::float8 as received, accepted::float8 as accepted,
        duplicates::float8 as duplicates, quarantined::float8 as quarantined,
        ignored::float8 as ignored, last_received_at as "lastReceivedAt"
      from intake where org_id = ${tx.orgId}::uuid and received > 0 order by source, kind`,
  );
}
