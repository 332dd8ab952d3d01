import {
  annotationAnswer,
  annotationBody,
  annotationChanges,
  annotationsAnswer,
  annotationTarget,
  wholeAnnotation,
} from '#lib/contract/annotations.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { parse } from '#lib/contract/parse.ts';
import { getAnnotations, toAnnotation } from '#lib/reports/getAnnotations.ts';
import {
  type AnnotationRow,
  listAnnotations,
  putAnnotation,
  removeAnnotation,
} from '#lib/store/annotations.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';

const one = {
  path: '/annotations/{id}',
  scope: 'ingest' as const,
  params: annotationTarget,
  answers: { 200: { description: 'The annotation', schema: annotationAnswer } },
};

export function addAnnotationRoutes(api: Api): void {
  addRead(api);
  addCreate(api);
  addChanges(api);
}

function addRead(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/annotations',
      summary: 'What people noted on days; it changes no number',
      scope: 'read',
      answers: { 200: { description: 'The earliest day first', schema: annotationsAnswer } },
    },
    async ({ deps, org }) => {
      return { status: 200, body: await getAnnotations({ pool: deps.pool, org }) };
    },
  );
}

function addCreate(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/annotations',
      summary: 'Note something on a day, or on several',
      scope: 'ingest',
      body: annotationBody,
      answers: { 201: { description: 'The annotation', schema: annotationAnswer } },
    },
    async (call) =>
      once(call, async (tx) => {
        const { on, text, through = null, author = null } = call.body;
        const now = call.deps.now();
        const id = call.deps.newId();
        const row = { id, on, through, text, author, createdAt: now, updatedAt: now };
        await putAnnotation(tx, row);
        return { status: 201, body: { data: toAnnotation(row) } };
      }),
  );
}

function addChanges(api: Api): void {
  addRoute(
    api,
    { method: 'patch', summary: 'Change an annotation', body: annotationChanges, ...one },
    async ({ deps, orgId, params, body }) => {
      const row = await inOrg(deps.pool, orgId, 'write', async (tx) => {
        const { on, through, text, author, ...rest } = await must(tx, params.id);
        const whole = parse(wholeAnnotation, { on, through, text, author, ...body });
        const after = { ...rest, ...whole, updatedAt: deps.now() };
        await putAnnotation(tx, after);
        return after;
      });
      return { status: 200, body: { data: toAnnotation(row) } };
    },
  );
  addRoute(
    api,
    { method: 'delete', summary: 'Remove an annotation', ...one },
    async ({ deps, orgId, params }) => {
      const row = await inOrg(deps.pool, orgId, 'write', async (tx) => {
        const before = await must(tx, params.id);
        await removeAnnotation(tx, params.id);
        return before;
      });
      return { status: 200, body: { data: toAnnotation(row) } };
    },
  );
}

async function must(tx: Tx, id: string): Promise<AnnotationRow> {
  const [found] = await listAnnotations(tx, id);
  if (found === undefined) throw new Refusal('not_found', 'there is no such annotation');
  return found;
}
