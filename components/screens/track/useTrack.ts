import { useQuery } from '@tanstack/react-query';
import type { PlanTrack } from '#lib/contract/planTrack.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type TrackItem, trackItems } from '#lib/view/plan/trackItems.ts';
import { type TrackFilters, type TrackReach, trackReach } from '#lib/view/plan/trackReach.ts';

type Asked = { org: string; filters: TrackFilters; format: Format };

export type Tracked = { track: PlanTrack; items: TrackItem[]; reach: TrackReach };

/** The targets that the filters of a page leave; null: none is published or known yet. */
export function useTrack({ org, filters, format }: Asked): Tracked | null {
  const { data } = useQuery(planTrackOptions(org));
  const track = data?.data.track ?? null;
  if (track === null) return null;
  const reach = trackReach(track, filters);
  return { track, reach, items: trackItems(track, format, { tier: reach.tier }) };
}
