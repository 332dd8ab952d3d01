import type { CriteriaAnswer } from '#lib/contract/criteria.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { toOrgAnswer } from '#lib/store/orgs.ts';
import { serverPool } from '#lib/store/serverPool.ts';
import { getCriteria } from './getCriteria.ts';
import { pageOrg } from './pageOrgs.ts';

type Definitions = {
  org: OrgAnswer;
  /** Asks as the API would. */
  ask: (on: string | null) => Promise<CriteriaAnswer>;
};

/** What the page of definitions needs before its first byte; null without such an organization. */
export async function openDefinitions(slug: string, now: Date): Promise<Definitions | null> {
  const org = await pageOrg(slug);
  if (org === null) return null;
  return {
    org: toOrgAnswer(org),
    ask: (on) => getCriteria({ pool: serverPool(), org }, on, now),
  };
}
