import type { QueryClient } from '@tanstack/react-query';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';

/** Where the plan stands is in the first byte, so that nothing moves when it comes. */
export async function prefetchTrack(
  client: QueryClient,
  { slug, calendar }: HomeFacts,
  ask: () => Promise<PlanTrackAnswer>,
): Promise<void> {
  if (calendar.dataThrough === null) return;
  await client.prefetchQuery({ ...planTrackOptions(slug), queryFn: ask });
}
