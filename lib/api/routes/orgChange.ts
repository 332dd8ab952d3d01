import { Refusal } from '#lib/contract/errors.ts';
import { orgChanges } from '#lib/contract/orgInput.ts';
import { oneOrgAnswer } from '#lib/contract/settings.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { rebuildNeeded, toOrgAnswer, updateOrg } from '#lib/store/orgs.ts';
import { addLocalRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

/** PATCH /org: settings of the page's organization; derived data follows before it answers. */
export function addOrgChangeRoute(api: Api): void {
  addLocalRoute(
    api,
    {
      method: 'patch',
      path: '/org',
      summary: 'Change settings of the organization, from the page on this machine',
      body: orgChanges,
      answers: { 200: { description: 'The organization', schema: oneOrgAnswer } },
    },
    async ({ deps, access, body }) => {
      const before = access.org;
      if (before === null) throw new Refusal('not_found', 'there is no such organization');
      const after = await updateOrg(deps.pool, before.slug, body);
      if (rebuildNeeded(before, after)) await rebuildOrg(deps.pool, after.id);
      return { status: 200, body: { data: toOrgAnswer(after) } };
    },
  );
}
