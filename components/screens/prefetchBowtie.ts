import type { QueryClient } from '@tanstack/react-query';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { layDesk } from './layDesk.ts';
import { prefetchTrack } from './prefetchTrack.ts';

type Params = Record<string, string>;

export type BowtiePage = {
  facts: HomeFacts;
  ask: (params: Params) => Promise<BowtieAnswer>;
  track: () => Promise<PlanTrackAnswer>;
};

/** The bowtie that a page is laid out by and where the plan stands, so the first byte has both. */
export async function prefetchBowtie(
  { facts, ask, track }: BowtiePage,
  desk: Desk,
  params: () => Promise<Params>,
): Promise<QueryClient> {
  const { slug, calendar } = facts;
  const client = createQueryClient();
  layDesk(client, slug, desk);
  if (calendar.dataThrough === null) return client;
  const asked = await params();
  await Promise.all([
    client.prefetchQuery({ ...bowtieOptions(slug, asked), queryFn: () => ask(asked) }),
    prefetchTrack(client, facts, track),
  ]);
  return client;
}
