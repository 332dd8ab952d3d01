import { Refusal } from '#lib/contract/errors.ts';
import { orgChanges } from '#lib/contract/orgInput.ts';
import { changedOrgAnswer } from '#lib/contract/rederive.ts';
import { changeOrg } from '#lib/ingest/rederive/changeOrg.ts';
import { toOrgAnswer } from '#lib/store/orgs.ts';
import { addLocalRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

/** PATCH /org: settings of the page's organization; derived data follows, of many events later. */
export function addOrgChangeRoute(api: Api): void {
  addLocalRoute(
    api,
    {
      method: 'patch',
      path: '/org',
      summary: 'Change settings of the organization, from the page on this machine',
      body: orgChanges,
      answers: { 200: { description: 'The organization', schema: changedOrgAnswer } },
    },
    async ({ deps, access, body }) => {
      const before = access.org;
      if (before === null) throw new Refusal('not_found', 'there is no such organization');
      const { org, rederiving } = await changeOrg(deps.pool, before, body, deps);
      return { status: 200, body: { data: toOrgAnswer(org), rederiving } };
    },
  );
}
