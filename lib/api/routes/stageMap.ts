import { stageMapAnswer, stageMapBody } from '#lib/contract/quarantine.ts';
import { changeStages } from '#lib/ingest/rederive/changeStages.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { currentStageMap, type StageMap } from '#lib/store/stageMaps.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

const answers = { 200: { description: 'The map', schema: stageMapAnswer } };

/** The names that a CRM gives to stages; calls and held rows are read by them. */
export function addStageMapRoutes(api: Api): void {
  addRoute(
    api,
    {
      method: 'get',
      path: '/stage-map',
      summary: 'CRM stage names and the stages that they mean',
      scope: 'read',
      answers,
    },
    async ({ deps, org }) => {
      const map = await inOrg(deps.pool, org.id, 'read', currentStageMap);
      return { status: 200, body: { data: { ...map, rederiving: org.changing > 0 } } };
    },
  );
  addRoute(
    api,
    {
      method: 'put',
      path: '/stage-map',
      summary: 'Add stage names or change what they mean, as a new version of the map',
      scope: 'ingest',
      body: stageMapBody,
      answers,
    },
    async ({ deps, orgId, body }) => {
      const data = await changeStages(deps.pool, orgId, body.stages as StageMap, deps);
      return { status: 200, body: { data } };
    },
  );
}
