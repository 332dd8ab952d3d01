import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

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

export async function findKey(tx: Tx, id: string): Promise<KeyRow | null> {
  const found = await rows(
    tx,
    keyRow,
    sql`select id, hash, scopes, expires_at as "expiresAt", revoked_at as "revokedAt"
      from api_key where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`,
  );
  return found[0] ?? null;
}
