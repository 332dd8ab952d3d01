'use client';
import { FLAG_ROOM, type Flagged } from './flagged.ts';
import { LazyFlag } from './LazyFlag.tsx';

type Props = {
  flags: readonly Flagged[];
  /** Percent of the width where the first period begins, and that each of them has. */
  left: number;
  share: number;
  bottom: number;
};

/** Flags of a drawing whose periods are parts of its width; drawn last, over the figure. */
export function PercentFlags({ flags, left, share, bottom }: Props) {
  return flags.map((flag) => (
    <LazyFlag
      key={flag.slot}
      flag={flag}
      x={`${left + (flag.slot + 0.5) * share}%`}
      bottom={bottom}
    />
  ));
}

/** The periods that a note goes on for; drawn first, under the figure. */
export function PercentBands({ flags, left, share, bottom }: Props) {
  return flags.map(({ slot, last }) =>
    last === slot ? null : (
      <rect
        key={slot}
        x={`${left + slot * share}%`}
        width={`${(last - slot + 1) * share}%`}
        y={FLAG_ROOM}
        height={bottom - FLAG_ROOM}
        className="fill-note-200 opacity-35"
      />
    ),
  );
}
