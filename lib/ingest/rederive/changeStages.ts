import type { Pool } from 'pg';
import { inOrg } from '#lib/store/inOrg.ts';
import { currentStageMap, extendStageMap, type StageMap } from '#lib/store/stageMaps.ts';
import type { ApplyDeps } from './applyChanges.ts';
import { requestChange } from './requestChange.ts';

/** New names are known at once; names that meant another stage take their facts along. */
export async function changeStages(
  pool: Pool,
  orgId: string,
  names: StageMap,
  deps: ApplyDeps & { newId: () => string },
): Promise<{ version: number; stages: StageMap; rederiving: boolean }> {
  const { changed, map } = await inOrg(pool, orgId, 'write', async (tx) => {
    const { stages } = await currentStageMap(tx);
    const isOther = ([name, stage]: [string, StageMap[string]]) =>
      Object.hasOwn(stages, name) && stages[name] !== stage;
    const all = Object.entries(names);
    const added = Object.fromEntries(all.filter((one) => !isOther(one)));
    await extendStageMap(tx, added, deps.now());
    return {
      changed: Object.fromEntries(all.filter(isOther)),
      map: await currentStageMap(tx),
    };
  });
  if (Object.keys(changed).length === 0) return { ...map, rederiving: false };
  const change = { kind: 'stages' as const, stages: changed };
  const { rederiving } = await requestChange(pool, orgId, change, deps);
  const now = rederiving ? map : await inOrg(pool, orgId, 'read', currentStageMap);
  return { ...now, stages: { ...now.stages, ...changed }, rederiving };
}
