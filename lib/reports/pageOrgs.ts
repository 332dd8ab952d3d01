import { cache } from 'react';
import { listOrgs, type Org } from '#lib/store/orgs.ts';
import { serverPool } from '#lib/store/serverPool.ts';

/** All organizations for the pages of one request: layout and page share one question. */
export const pageOrgs = cache(async (): Promise<Org[]> => listOrgs(serverPool()));

export async function pageOrg(slug: string): Promise<Org | null> {
  return (await pageOrgs()).find((org) => org.slug === slug) ?? null;
}
