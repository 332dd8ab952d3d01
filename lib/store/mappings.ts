import sql from 'sql-template-tag';
import { z } from 'zod';
import { IMPORT_KINDS, mappingBody } from '#lib/contract/ingest.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const mappingRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(IMPORT_KINDS),
  mapping: mappingBody,
  header: z.array(z.string()),
  createdAt: z.date(),
});

/** A mapping that somebody kept, with the header of the file that it was made for. */
export type MappingRow = z.output<typeof mappingRow>;

const columns = sql`id, name, kind, body as mapping, header, created_at as "createdAt"`;

export async function insertMapping(tx: Tx, one: MappingRow): Promise<void> {
  const insert = sql`insert into mapping (org_id, id, name, kind, body, header, created_at)
    values (${tx.orgId}::uuid, ${one.id}::uuid, ${one.name}, ${one.kind},
      ${JSON.stringify(one.mapping)}::jsonb, ${one.header}, ${one.createdAt})`;
  await tx.client.query({ text: insert.text, values: insert.values });
}

export async function listMappings(tx: Tx): Promise<MappingRow[]> {
  return rows(
    tx,
    mappingRow,
    sql`select ${columns} from mapping where org_id = ${tx.orgId}::uuid
      order by created_at desc, id`,
  );
}

/** The newest mapping that was kept for exactly this header. */
export async function findMappingFor(tx: Tx, header: string[]): Promise<MappingRow | null> {
  const found = await rows(
    tx,
    mappingRow,
    sql`select ${columns} from mapping
      where org_id = ${tx.orgId}::uuid and header = ${header}::text[]
      order by created_at desc, id limit 1`,
  );
  return found[0] ?? null;
}
