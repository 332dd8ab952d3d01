'use client';
import type { ComponentProps, KeyboardEvent } from 'react';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { FLAG_ROOM, type Flagged } from './flagged.ts';

type Props = { flag: Flagged; x: number | string; bottom: number };

/** Where something happened: a line down the plot, a number on top, its words on hover or focus. */
export function Flag({ flag, x, bottom }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of the figure; the button inside is named
    <svg x={x} overflow="visible">
      <line
        y1={FLAG_ROOM - 5}
        y2={bottom}
        strokeWidth={1}
        strokeDasharray="3 3"
        className="pointer-events-none stroke-note-700"
      />
      <Tooltip trigger={<Badge flag={flag} />}>
        {flag.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Tooltip>
    </svg>
  );
}

/** The tooltip adds its own handlers and its ref. */
function Badge({ flag, onKeyDown, ...rest }: { flag: Flagged } & ComponentProps<'g'>) {
  const width = 11 + flag.tag.length * 6;
  const press = (event: KeyboardEvent<SVGGElement>) => {
    onKeyDown?.(event);
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    // A chart that is walked by arrows must not take the key too.
    event.stopPropagation();
    flag.onPick();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element inside an SVG
    <g
      {...rest}
      role="button"
      tabIndex={0}
      aria-label={flag.label}
      onClick={flag.onPick}
      onKeyDown={press}
      className="group/button cursor-pointer outline-none"
    >
      <rect x={-width / 2 - 4} y={-2} width={width + 8} height={FLAG_ROOM} fill="transparent" />
      <rect
        x={-width / 2}
        y={2}
        width={width}
        height={17}
        rx={8.5}
        className={[
          'fill-note-50 stroke-note-700 group-hover/button:fill-note-200',
          'group-focus-visible/button:stroke-acq-600 group-focus-visible/button:stroke-3',
        ].join(' ')}
      />
      <text y={14.5} textAnchor="middle" className="fill-note-700 text-[11px] font-semibold">
        {flag.tag}
      </text>
    </g>
  );
}
