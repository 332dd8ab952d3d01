import type { Pool } from 'pg';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { isUuid, type Tx } from './inOrg.ts';
import { type Org, orgColumns, orgRow } from './orgs.ts';
import { rows } from './rows.ts';
import { startRead } from './startRead.ts';

const keyRow = z.strictObject({
  id: z.uuid(),
  hash: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});
export type KeyRow = z.infer<typeof keyRow>;

type NewKey = {
  id: string;
  name: string;
  hash: string;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date | null;
};

export async function insertKey(tx: Tx, key: NewKey): Promise<void> {
  await rows(
    tx,
    z.never(),
    sql`insert into api_key (org_id, id, name, hash, scopes, created_at, expires_at)
      values (${tx.orgId}::uuid, ${key.id}::uuid, ${key.name}, ${key.hash}, ${[...key.scopes]},
        ${key.createdAt}, ${key.expiresAt})`,
  );
}

/** A key and its organization, asked for with every call, and so in one round trip. */
export async function findKey(
  pool: Pool,
  orgId: string,
  id: string,
): Promise<{ key: KeyRow; org: Org } | null> {
  if (!isUuid(orgId) || !isUuid(id)) throw new Error('both must be uuids');
  const [keys, orgs] = await startRead(pool, orgId, [
    `select id, hash, scopes, expires_at as "expiresAt", revoked_at as "revokedAt"
     from api_key where org_id = '${orgId}' and id = '${id}'`,
    `select ${orgColumns.sql} from org where id = '${orgId}'`,
  ]);
  const [key, org] = [keys?.rows[0], orgs?.rows[0]];
  return key && org ? { key: keyRow.parse(key), org: orgRow.parse(org) } : null;
}
