import type { Format } from '#lib/view/createFormat.ts';
import { TrackChip } from '../track/TrackChip.tsx';
import type { Tracked } from '../track/useTrack.ts';

type Props = { told: Tracked; figure: string; org: string; format: Format };

/** Where a figure of the loop stands against the plan, if the plan has it. */
export function TargetOf({ told, figure, org, format }: Props) {
  const { track, items, reach } = told;
  const item = items.find(({ id }) => id === figure);
  return item ? <TrackChip {...{ item, track, org, format }} tier={reach.tier} bare /> : null;
}
