import type { Format } from '#lib/view/createFormat.ts';
import { TrackChip } from './TrackChip.tsx';
import type { Tracked } from './useTrack.ts';

type Props = { told: Tracked; stages: readonly string[]; org: string; format: Format };

/** Where the volumes of some stages stand against the plan. */
export function StageChips({ told, stages, org, format }: Props) {
  const { track, items, reach } = told;
  const own = items.filter(({ id }) => stages.includes(id));
  if (own.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1 px-3.5 pb-2">
      {own.map((item) => (
        <TrackChip key={item.id} {...{ item, track, org, format }} tier={reach.tier} />
      ))}
    </div>
  );
}
