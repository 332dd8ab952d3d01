import { localDayOf } from '#lib/bowtie/localDay.ts';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { parse } from '#lib/contract/parse.ts';
import type { PlanDefaultsAnswer, PlanDefaultsParams } from '#lib/contract/planDefaults.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { bowtieParams, toBowtieQuery } from '#lib/contract/query.ts';
import { serverPool } from '#lib/store/serverPool.ts';
import { getAnnotations } from './getAnnotations.ts';
import { getBowtie } from './getBowtie.ts';
import { getSettings } from './getSettings.ts';
import { getViews } from './getViews.ts';
import { pageOrg } from './pageOrgs.ts';
import { getPlanDefaults } from './plan/getPlanDefaults.ts';
import { getPlanTrack } from './track/getPlanTrack.ts';

type Home = {
  facts: HomeFacts;
  /** Asks as the API would: the same parameters, the same answer. */
  ask: (params: Record<string, string>) => Promise<BowtieAnswer>;
  /** The published plan against what came, as the API would tell it. */
  track: () => Promise<PlanTrackAnswer>;
  /** What a plan is made of, as the API would tell it. */
  planDefaults: (asked: PlanDefaultsParams) => Promise<PlanDefaultsAnswer>;
  /** Views and notes, as one reader sees them. */
  desk: (reader: string | null) => Promise<Desk>;
};

/** What the home page of an organization needs before its first byte; null without such one. */
export async function openHome(slug: string, now: Date): Promise<Home | null> {
  const org = await pageOrg(slug);
  if (org === null) return null;
  const context = { pool: serverPool(), org };
  const { data } = await getSettings(context, now);
  const day = (at: string | null) => at && localDayOf(Date.parse(at), org.timeZone);
  return {
    facts: {
      slug,
      name: org.name,
      currency: org.currency,
      timeZone: org.timeZone,
      stages: org.stages,
      calendar: {
        today: localDayOf(now.getTime(), org.timeZone),
        dataFrom: day(data.first_event_at),
        dataThrough: day(data.last_event_at),
        fiscalStartMonth: org.fiscalStartMonth,
      },
      values: data.values,
    },
    ask: (params) => getBowtie(context, toBowtieQuery(parse(bowtieParams, params)), now),
    track: () => getPlanTrack(context, {}, now),
    planDefaults: (asked) => getPlanDefaults(context, asked, now),
    desk: async (reader) => ({
      views: await getViews(context, reader),
      annotations: await getAnnotations(context),
    }),
  };
}
