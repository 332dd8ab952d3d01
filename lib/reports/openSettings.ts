import type { OrgAnswer } from '#lib/contract/org.ts';
import type { SegmentsAnswer } from '#lib/contract/segments.ts';
import { toOrgAnswer } from '#lib/store/orgs.ts';
import { serverPool } from '#lib/store/serverPool.ts';
import { getSegments } from './getSegments.ts';
import { pageOrg } from './pageOrgs.ts';

type Settings = { org: OrgAnswer; segments: () => Promise<SegmentsAnswer> };

/** What the settings of an organization need before their first byte; null without such one. */
export async function openSettings(slug: string): Promise<Settings | null> {
  const org = await pageOrg(slug);
  if (org === null) return null;
  return { org: toOrgAnswer(org), segments: () => getSegments({ pool: serverPool(), org }) };
}
