import { checkKey, SCOPES, type Scope } from '#lib/auth/keys.ts';
import { checkLocalSession, ORG_HEADER } from '#lib/auth/localSession.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { wantsHeld } from '#lib/store/heldRead.ts';
import { holdOrg } from '#lib/store/holdOrg.ts';
import { findOrg, listOrgs, type Org } from '#lib/store/orgs.ts';
import type { Access, ApiContext, ApiDeps } from './context.ts';

/** Who asks and for which organization; refuses callers that nothing vouches for. */
export async function findAccess(c: ApiContext, deps: ApiDeps): Promise<Access> {
  const header = c.req.header('authorization');
  if (header !== undefined) return keyAccess(deps, header);
  if (!deps.local) throw unauthenticated();
  const check = checkLocalSession(c.req.raw.headers);
  if (check === 'foreign') {
    throw new Refusal('forbidden', 'without a key only the pages of this server may ask it');
  }
  if (check === 'none') throw unauthenticated();
  return { kind: 'session', scopes: SCOPES, org: await sessionOrg(c, deps) };
}

/** The organization of a caller who may do this. */
export function requireOrg(access: Access, scope: Scope): Org {
  if (!access.scopes.includes(scope)) {
    throw new Refusal('forbidden', `this key lacks the scope "${scope}"`);
  }
  if (access.org === null) throw new Refusal('not_found', 'there is no such organization');
  return access.org;
}

async function keyAccess(deps: ApiDeps, header: string): Promise<Access> {
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const found = key === undefined ? null : await checkKey(deps.pool, key, deps.now());
  if (found === null) throw unauthenticated();
  return { kind: 'key', ...found };
}

async function sessionOrg(c: ApiContext, deps: ApiDeps): Promise<Org | null> {
  const slug = c.req.header(ORG_HEADER);
  const found =
    slug === undefined ? (await listOrgs(deps.pool))[0] : await findOrg(deps.pool, slug);
  if (!found) return null;
  return wantsHeld() ? holdOrg(deps.pool, found.id) : found;
}

function unauthenticated(): Refusal {
  return new Refusal('unauthenticated', 'send a valid key as "Authorization: Bearer bt_..."');
}
