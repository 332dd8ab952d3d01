import { mappingAnswer, mappingInput, mappingsAnswer } from '#lib/contract/uploads.ts';
import { checkMapping } from '#lib/ingest/mapping/checkMapping.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { insertMapping, listMappings } from '#lib/store/mappings.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { once } from '../once.ts';
import { toSavedMapping } from './uploads.ts';

export function addMappingRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/mappings',
      summary: 'Saved mappings',
      scope: 'read',
      answers: { 200: { description: 'The newest first', schema: mappingsAnswer } },
    },
    async ({ deps, orgId }) => {
      const found = await inOrg(deps.pool, orgId, 'read', listMappings);
      return { status: 200, body: { data: { mappings: found.map(toSavedMapping) } } };
    },
  );
  addRoute(
    api,
    {
      method: 'post',
      path: '/mappings',
      summary: 'Save a mapping for files with this header',
      scope: 'ingest',
      body: mappingInput,
      answers: { 201: { description: 'The mapping', schema: mappingAnswer } },
    },
    async (call) => {
      const { kind, mapping, header } = call.body;
      checkMapping(kind, mapping, header.length > 0 ? header : undefined);
      return once(call, async (tx) => {
        const row = { id: call.deps.newId(), ...call.body, createdAt: call.deps.now() };
        await insertMapping(tx, row);
        return { status: 201, body: { data: toSavedMapping(row) } };
      });
    },
  );
}
