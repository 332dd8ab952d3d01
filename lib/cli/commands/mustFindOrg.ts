import type { Pool } from 'pg';
import { findOrg, listOrgs, type Org } from '#lib/store/orgs.ts';
import { Plain } from '../say.ts';

/** The organization of that name; else a sentence with the names that there are. */
export async function mustFindOrg(pool: Pool, slug: string): Promise<Org> {
  const org = await findOrg(pool, slug);
  if (org !== null) return org;
  const known = (await listOrgs(pool)).map((each) => each.slug);
  const others = known.length === 0 ? 'there is none yet' : `there are ${known.join(', ')}`;
  throw new Plain(`There is no organization "${slug}" (${others}).`);
}
