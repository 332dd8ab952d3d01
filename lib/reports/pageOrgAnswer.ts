import type { OrgAnswer } from '#lib/contract/org.ts';
import { toOrgAnswer } from '#lib/store/orgs.ts';
import { pageOrg } from './pageOrgs.ts';

/** The organization of a page as the wire tells it. */
export async function pageOrgAnswer(slug: string): Promise<OrgAnswer | null> {
  const org = await pageOrg(slug);
  return org && toOrgAnswer(org);
}
