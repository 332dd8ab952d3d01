import { Refusal } from '#lib/contract/errors.ts';
import {
  type SavedView,
  viewAnswer,
  viewBody,
  viewChanges,
  viewsAnswer,
  viewsParams,
  viewTarget,
} from '#lib/contract/views.ts';
import { getViews, toSavedView } from '#lib/reports/getViews.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import {
  insertView,
  isNameTaken,
  listViews,
  putViewDefault,
  removeView,
  removeViewDefault,
  updateView,
  type ViewRow,
} from '#lib/store/savedViews.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';
import { findReader, requireReader } from '../reader.ts';

const answers = { 200: { description: 'The view', schema: viewAnswer } };
const oneView = { path: '/views/{id}', params: viewTarget, answers, scope: 'ingest' as const };
const oneDefault = { ...oneView, path: '/views/{id}/default' };

export function addViewRoutes(api: Api): void {
  addRead(api);
  addCreate(api);
  addChanges(api);
  addDefaults(api);
}

function addRead(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/views',
      summary: 'Saved views: a page and what its address says, under a name',
      scope: 'read',
      query: viewsParams,
      answers: { 200: { description: 'In the order of their names', schema: viewsAnswer } },
    },
    async (call) => {
      const context = { pool: call.deps.pool, org: call.org };
      return { status: 200, body: await getViews(context, findReader(call), call.query.page) };
    },
  );
}

function addCreate(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/views',
      summary: 'Save a view for the whole organization',
      scope: 'ingest',
      body: viewBody,
      answers: { 201: { description: 'The view', schema: viewAnswer } },
    },
    async (call) =>
      once(call, async (tx) => {
        const now = call.deps.now();
        const row = { id: call.deps.newId(), ...call.body, createdAt: now, updatedAt: now };
        await refuseTakenName(tx, row);
        await insertView(tx, row);
        return { status: 201, body: { data: toSavedView({ ...row, isDefault: false }) } };
      }),
  );
}

function addChanges(api: Api): void {
  addRoute(
    api,
    {
      method: 'patch',
      summary: 'Rename a view, or give it another query',
      body: viewChanges,
      ...oneView,
    },
    async (call) => {
      const { deps, params, body } = call;
      const data = await inOrg(deps.pool, call.orgId, 'write', async (tx) => {
        const { isDefault: _, ...before } = await must(tx, params.id);
        const name = body.name ?? before.name;
        const row = { ...before, name, query: body.query ?? before.query, updatedAt: deps.now() };
        await refuseTakenName(tx, row);
        await updateView(tx, row);
        return answerOf(tx, params.id, findReader(call));
      });
      return { status: 200, body: { data } };
    },
  );
  addRoute(
    api,
    { method: 'delete', summary: 'Remove a view, for everybody', ...oneView },
    async (call) => {
      const data = await inOrg(call.deps.pool, call.orgId, 'write', async (tx) => {
        const removed = await answerOf(tx, call.params.id, findReader(call));
        await removeView(tx, call.params.id);
        return removed;
      });
      return { status: 200, body: { data } };
    },
  );
}

function addDefaults(api: Api): void {
  addRoute(
    api,
    { method: 'put', summary: 'Open the page with this view in the asking browser', ...oneDefault },
    async (call) => {
      const data = await inOrg(call.deps.pool, call.orgId, 'write', async (tx) => {
        const { id, page } = await must(tx, call.params.id);
        const reader = requireReader(call);
        await putViewDefault(tx, { reader, page, viewId: id });
        return answerOf(tx, id, reader);
      });
      return { status: 200, body: { data } };
    },
  );
  addRoute(
    api,
    { method: 'delete', summary: 'Open the page as it comes again in this browser', ...oneDefault },
    async (call) => {
      const data = await inOrg(call.deps.pool, call.orgId, 'write', async (tx) => {
        const { id } = await must(tx, call.params.id);
        const reader = requireReader(call);
        await removeViewDefault(tx, { reader, viewId: id });
        return answerOf(tx, id, reader);
      });
      return { status: 200, body: { data } };
    },
  );
}

async function must(tx: Tx, id: string, reader: string | null = null) {
  const [view] = await listViews(tx, reader, { id });
  if (view === undefined) throw new Refusal('not_found', 'there is no such view');
  return view;
}

async function answerOf(tx: Tx, id: string, reader: string | null): Promise<SavedView> {
  return toSavedView(await must(tx, id, reader));
}

async function refuseTakenName(tx: Tx, { id, page, name }: ViewRow): Promise<void> {
  if (!(await isNameTaken(tx, { page, name, except: id }))) return;
  const message = `name: a view "${name}" of this page exists; choose another name`;
  throw new Refusal('conflict', message, [{ path: 'name', message: 'is taken' }]);
}
