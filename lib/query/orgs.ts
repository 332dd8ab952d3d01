import type { OrgAnswer } from '#lib/contract/org.ts';
import type { OrgChanges, OrgInput } from '#lib/contract/orgInput.ts';
import { callApi } from './callApi.ts';

type Answer = { data: OrgAnswer };

export async function createOrg(body: OrgInput): Promise<OrgAnswer> {
  return (await callApi<Answer>({ org: null, path: '/orgs', method: 'POST', body })).data;
}

/** The settings as they will be; `rederiving`: the old numbers stand until they are in. */
export async function changeOrg(
  org: string,
  body: OrgChanges,
): Promise<Answer & { rederiving: boolean }> {
  return callApi({ org, path: '/org', method: 'PATCH', body });
}

export async function removeOrg(org: string): Promise<void> {
  await callApi<void>({ org, path: `/orgs/${org}`, method: 'DELETE' });
}
