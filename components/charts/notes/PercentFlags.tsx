'use client';
import { FLAG_ROOM, Flag, type Flagged } from './Flag.tsx';

type Props = {
  flags: readonly Flagged[];
  /** Percent of the width where the first period begins, and that each of them has. */
  left: number;
  share: number;
  bottom: number;
};

/** Flags of a drawing whose periods are parts of its width. */
export function PercentFlags({ flags, left, share, bottom }: Props) {
  return flags.map((flag) => (
    <g key={flag.slot}>
      {flag.last > flag.slot && (
        <rect
          x={`${left + flag.slot * share}%`}
          width={`${(flag.last - flag.slot + 1) * share}%`}
          y={FLAG_ROOM}
          height={bottom - FLAG_ROOM}
          className="pointer-events-none fill-note-200 opacity-35"
        />
      )}
      <Flag flag={flag} x={`${left + (flag.slot + 0.5) * share}%`} bottom={bottom} />
    </g>
  ));
}
