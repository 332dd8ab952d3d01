import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { type LoopPageAnswer, loopParams } from '#lib/contract/loop.ts';
import { parse } from '#lib/contract/parse.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { serverPool } from '#lib/store/serverPool.ts';
import { getLoop, toLoopQuery } from './getLoop.ts';
import { openHome } from './openHome.ts';
import { pageOrg } from './pageOrgs.ts';

type Loop = {
  facts: HomeFacts;
  /** Asks as the API would: the same parameters, the same answer. */
  ask: (params: Record<string, string>) => Promise<LoopPageAnswer>;
  track: () => Promise<PlanTrackAnswer>;
  desk: (reader: string | null) => Promise<Desk>;
};

/** What the page of the loop needs before its first byte; null without such an organization. */
export async function openLoop(slug: string, now: Date): Promise<Loop | null> {
  const home = await openHome(slug, now);
  const org = await pageOrg(slug);
  if (home === null || org === null) return null;
  const context = { pool: serverPool(), org };
  return {
    facts: home.facts,
    track: home.track,
    desk: home.desk,
    ask: (params) => getLoop(context, toLoopQuery(parse(loopParams, params)), now),
  };
}
