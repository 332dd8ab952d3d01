import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import { Refusal } from '#lib/contract/errors.ts';
import {
  publicationAnswer,
  publicationsAnswer,
  publishBody,
  type ScenarioInputs,
  scenarioAnswer,
  scenarioBody,
  scenarioChanges,
  scenarioCopy,
  scenarioInputs,
  scenariosAnswer,
  scenarioTarget,
  versionsAnswer,
} from '#lib/contract/scenarios.ts';
import {
  getPublications,
  getScenarios,
  getScenarioVersions,
  toPublication,
  toScenario,
} from '#lib/reports/getScenarios.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { addPublication, listPublications } from '#lib/store/publications.ts';
import {
  holdScenario,
  isScenarioNameTaken,
  putScenario,
  removeScenario,
  type ScenarioRow,
} from '#lib/store/scenarios.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';

const answers = { 200: { description: 'The scenario', schema: scenarioAnswer } };
const one = { path: '/scenarios/{id}', params: scenarioTarget };

export function addScenarioRoutes(api: Api): void {
  addReads(api);
  addCreate(api);
  addCopy(api);
  addChange(api);
  addPublish(api);
}

function addReads(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/scenarios',
      summary: 'Saved plans: the inputs under a name',
      scope: 'read',
      answers: { 200: { description: 'The last changed first', schema: scenariosAnswer } },
    },
    async ({ deps, org }) => ({
      status: 200,
      body: await getScenarios({ pool: deps.pool, org }),
    }),
  );
  addRoute(
    api,
    {
      method: 'get',
      path: '/scenarios/{id}/versions',
      params: scenarioTarget,
      summary: 'Every state that a scenario had, with who changed what',
      scope: 'read',
      answers: { 200: { description: 'The newest first', schema: versionsAnswer } },
    },
    async ({ deps, org, params }) => {
      const body = await getScenarioVersions({ pool: deps.pool, org }, params.id);
      if (body.data.versions.length === 0) throw new Refusal('not_found', GONE);
      return { status: 200, body };
    },
  );
  addRoute(
    api,
    {
      method: 'get',
      path: '/publications',
      summary: 'What was published as the plan of a fiscal year',
      scope: 'read',
      answers: { 200: { description: 'The newest first', schema: publicationsAnswer } },
    },
    async ({ deps, org }) => ({
      status: 200,
      body: await getPublications({ pool: deps.pool, org }),
    }),
  );
}

function addCreate(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/scenarios',
      summary: 'Save the inputs of a plan under a name',
      scope: 'ingest',
      body: scenarioBody,
      answers: { 201: { description: 'The scenario', schema: scenarioAnswer } },
    },
    async (call) =>
      once(call, async (tx) => {
        const { name, inputs, author, remark } = call.body;
        const row = fresh(call.deps, name, inputs);
        await refuseTakenName(tx, row);
        await putScenario(tx, row, { author, remark });
        return { status: 201, body: { data: toScenario(row) } };
      }),
  );
}

function addCopy(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/scenarios/{id}/duplicate',
      params: scenarioTarget,
      summary: 'The same inputs under another name, free to change',
      scope: 'ingest',
      body: scenarioCopy,
      answers: { 201: { description: 'The new scenario', schema: scenarioAnswer } },
    },
    async (call) =>
      once(call, async (tx) => {
        const { name, author, remark } = call.body;
        const before = await must(tx, call.params.id);
        const row = fresh(call.deps, name, scenarioInputs.parse(before.body));
        await refuseTakenName(tx, row);
        await putScenario(tx, row, { author, remark });
        return { status: 201, body: { data: toScenario(row) } };
      }),
  );
}

function addChange(api: Api): void {
  addRoute(
    api,
    {
      ...one,
      method: 'patch',
      summary: 'Rename a scenario, or give it other inputs: a new version',
      scope: 'ingest',
      body: scenarioChanges,
      answers,
    },
    async ({ deps, orgId, params, body }) => {
      const row = await inOrg(deps.pool, orgId, 'write', async (tx) => {
        const before = await mustBeAt(tx, params.id, body.version);
        if (before.locked && body.inputs !== undefined) {
          throw new Refusal(
            'conflict',
            `"${before.name}" was published; duplicate it to change it`,
          );
        }
        const changed: ScenarioRow = {
          ...before,
          name: body.name ?? before.name,
          body: body.inputs ?? before.body,
          version: before.version + 1,
          updatedAt: deps.now(),
        };
        await refuseTakenName(tx, changed);
        await putScenario(tx, changed, { author: body.author, remark: body.remark });
        return changed;
      });
      return { status: 200, body: { data: toScenario(row) } };
    },
  );
  addRoute(
    api,
    { ...one, method: 'delete', summary: 'Remove a scenario', scope: 'ingest', answers },
    async ({ deps, orgId, params }) => {
      const row = await inOrg(deps.pool, orgId, 'write', async (tx) => {
        const before = await must(tx, params.id);
        if (before.locked) {
          throw new Refusal('conflict', `"${before.name}" was published and stays as evidence`);
        }
        await removeScenario(tx, params.id);
        return before;
      });
      return { status: 200, body: { data: toScenario(row) } };
    },
  );
}

function addPublish(api: Api): void {
  addRoute(
    api,
    {
      method: 'post',
      path: '/scenarios/{id}/publish',
      params: scenarioTarget,
      summary: 'Lock a scenario as the plan of its fiscal year',
      scope: 'ingest',
      body: publishBody,
      answers: { 201: { description: 'The publication', schema: publicationAnswer } },
    },
    async (call) =>
      once(call, async (tx) => {
        const { version, author, remark } = call.body;
        const row = await mustBeAt(tx, call.params.id, version);
        const { plan } = scenarioInputs.parse(row.body);
        refuseOpenInputs(plan.segments);
        const fiscalYear = fiscalYearOf(plan.start, call.org.fiscalStartMonth);
        const publishedAt = call.deps.now();
        await putScenario(tx, { ...row, locked: true }, null);
        const added = { fiscalYear, scenarioId: row.id, version, publishedAt };
        await addPublication(tx, added, { author, remark });
        const newest = (await listPublications(tx)).find((p) => p.fiscalYear === fiscalYear);
        if (newest === undefined) throw new Error('a publication that was added is not there');
        return { status: 201, body: { data: toPublication(newest) } };
      }),
  );
}

const GONE = 'there is no such scenario; it may have been removed';

function fresh(
  deps: { now: () => Date; newId: () => string },
  name: string,
  body: ScenarioInputs,
): ScenarioRow {
  const now = deps.now();
  return {
    ...{ id: deps.newId(), name, version: 1, body, locked: false },
    ...{ createdAt: now, updatedAt: now },
  };
}

async function must(tx: Tx, id: string): Promise<ScenarioRow> {
  const row = await holdScenario(tx, id);
  if (row === null) throw new Refusal('not_found', GONE);
  return row;
}

async function mustBeAt(tx: Tx, id: string, version: number): Promise<ScenarioRow> {
  const row = await must(tx, id);
  if (row.version === version) return row;
  const message = `version: "${row.name}" is at version ${row.version} by now; read it again`;
  throw new Refusal('conflict', message, [{ path: 'version', message: 'is not the newest' }]);
}

async function refuseTakenName(tx: Tx, { id, name }: ScenarioRow): Promise<void> {
  if (!(await isScenarioNameTaken(tx, name, id))) return;
  const message = `name: a scenario "${name}" exists; choose another name`;
  throw new Refusal('conflict', message, [{ path: 'name', message: 'is taken' }]);
}

/** A published plan says the same for ever, so nothing in it may follow later data. */
function refuseOpenInputs(segments: ScenarioInputs['plan']['segments']): void {
  const needed = ['opening_arr', 'nrr', 'share', 'acv', 'discount', 'conversions'] as const;
  const issues = (segments ?? []).flatMap((segment, i) =>
    needed
      .filter((field) => segment[field] === undefined)
      .map((field) => ({ path: `segments.${i}.${field}`, message: 'is not given' })),
  );
  if (segments === undefined) issues.push({ path: 'segments', message: 'is not given' });
  if (issues.length === 0) return;
  const message = 'a published plan needs every input; save it with the values that are shown';
  throw new Refusal('invalid_request', message, issues);
}
