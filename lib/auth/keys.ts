import { createHash, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { findKey, insertKey } from '#lib/store/apiKeys.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';

export const SCOPES = ['read', 'ingest'] as const;
export type Scope = (typeof SCOPES)[number];

export type Random = (bytes: number) => Uint8Array;
export type KeyOptions = { name?: string; expiresAt?: Date };

// The organization's id is inside, because without it row-level security shows no key at all.
const FORM = /^bt_([0-9a-f]{32})([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

/** Makes a key; this is the only time that its text exists on our side. */
export async function createKey(
  pool: Pool,
  org: { id: string },
  scopes: readonly Scope[],
  now: Date,
  random: Random,
  options: KeyOptions = {},
): Promise<{ id: string; key: string }> {
  const id = newUuid(random);
  const secret = Buffer.from(random(32)).toString('base64url');
  const key = `bt_${toHex(org.id)}${toHex(id)}_${secret}`;
  await inOrg(pool, org.id, 'write', (tx) =>
    insertKey(tx, {
      id,
      name: options.name ?? 'key',
      hash: hashOf(key),
      scopes,
      createdAt: now,
      expiresAt: options.expiresAt ?? null,
    }),
  );
  return { id, key };
}

/** Whose key this is and what it may do; null for anything but a valid key. */
export async function checkKey(
  pool: Pool,
  key: string,
  now: Date,
): Promise<{ org: Org; keyId: string; scopes: Scope[] } | null> {
  const parts = FORM.exec(key);
  const [orgHex, idHex] = [parts?.[1], parts?.[2]];
  if (orgHex === undefined || idHex === undefined) return null;
  const found = await findKey(pool, toUuid(orgHex), toUuid(idHex));
  if (found === null) return null;
  const { id, hash, expiresAt, revokedAt, scopes: own } = found.key;
  const same = timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOf(key), 'hex'));
  const expired = expiresAt !== null && expiresAt <= now;
  if (!same || expired || revokedAt !== null) return null;
  const scopes = SCOPES.filter((scope) => own.includes(scope));
  return { org: found.org, keyId: id, scopes };
}

function newUuid(random: Random): string {
  const bytes = Buffer.from(random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toUuid(bytes.toString('hex'));
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function toHex(uuid: string): string {
  return uuid.replaceAll('-', '');
}

function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
