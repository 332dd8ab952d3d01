import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { orgInput } from '#lib/contract/orgInput.ts';
import { oneOrgAnswer, orgsAnswer, settingsAnswer } from '#lib/contract/settings.ts';
import { getSettings } from '#lib/reports/getSettings.ts';
import { deleteOrg } from '#lib/store/deleteOrg.ts';
import { createOrg, findOrg, listOrgs, toOrgAnswer } from '#lib/store/orgs.ts';
import { addLocalRoute, addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';

// Organizations belong to none of them: what is kept for their calls is kept under no one's id.
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Organizations of this machine, for its own page; `/org` is the one of the caller. */
export function addOrgRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/org',
      summary: 'The organization: settings, known dimension values, people',
      scope: 'read',
      answers: { 200: { description: 'The organization', schema: settingsAnswer } },
    },
    async ({ deps, org }) => {
      return { status: 200, body: await getSettings({ pool: deps.pool, org }, deps.now()) };
    },
  );
  addLocalRoute(
    api,
    {
      method: 'get',
      path: '/orgs',
      summary: 'All organizations, for the page on this machine',
      answers: { 200: { description: 'The organizations', schema: orgsAnswer } },
    },
    async ({ deps }) => {
      const orgs = await listOrgs(deps.pool);
      return { status: 200, body: { data: orgs.map(toOrgAnswer) } };
    },
  );
  addCreate(api);
  addDelete(api);
}

function addCreate(api: Api): void {
  addLocalRoute(
    api,
    {
      method: 'post',
      path: '/orgs',
      summary: 'Create an organization, from the page on this machine',
      body: orgInput,
      answers: { 201: { description: 'The organization', schema: oneOrgAnswer } },
    },
    async (call) => {
      const { deps, body } = call;
      return once({ ...call, orgId: NOBODY }, async (tx) => {
        const org = await createOrg(tx.client, body, { id: deps.newId(), now: deps.now() });
        return { status: 201, body: { data: toOrgAnswer(org) } };
      });
    },
  );
}

function addDelete(api: Api): void {
  addLocalRoute(
    api,
    {
      method: 'delete',
      path: '/orgs/{slug}',
      summary: 'Remove an organization with all its data, from the page on this machine',
      params: z.strictObject({ slug: z.string() }),
      answers: { 200: { description: 'What was removed', schema: oneOrgAnswer } },
    },
    async ({ deps, params }) => {
      const org = await findOrg(deps.pool, params.slug);
      if (org === null) throw new Refusal('not_found', 'there is no such organization');
      await deleteOrg(deps.pool, org.id);
      return { status: 200, body: { data: toOrgAnswer(org) } };
    },
  );
}
