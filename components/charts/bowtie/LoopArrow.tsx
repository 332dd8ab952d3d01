import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import { Place } from './Place.tsx';
import { BODY, BODY_TOP, BOX, boxed, percent } from './wideLayout.ts';

type Props = { shape: BowtieShape; label: string };

const TOP = 9;

/** What the mouth adds and renews flows back to the knot: the right side is a loop, not a line. */
export function LoopArrow({ shape, label }: Props) {
  const knot = shape.plates.find(({ stage }) => stage.side === 'knot');
  if (!knot || shape.ribbons.length === 0) return null;
  const landing = (0.5 - knot.size / 2) * BODY - 6;
  const [from, to] = [boxed(1), boxed(knot.along)];
  const bend = (from - to) * 0.12;
  const path = [
    `M ${from} ${BODY * 0.1}`,
    `C ${from} ${TOP}, ${from - bend / 3} ${TOP}, ${from - bend} ${TOP}`,
    `L ${to + bend} ${TOP}`,
    `C ${to + bend / 3} ${TOP}, ${to} ${TOP}, ${to} ${Math.max(landing, TOP + 12)}`,
  ];
  return (
    <g>
      <svg
        aria-hidden="true"
        y={BODY_TOP}
        width="100%"
        height={BODY}
        viewBox={`0 0 ${BOX} ${BODY}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        <path
          d={path.join(' ')}
          vectorEffect="non-scaling-stroke"
          strokeDasharray="5 4"
          strokeWidth={1.5}
          className="fill-none stroke-loop-600"
        />
      </svg>
      <Place x={percent(knot.along)} y={BODY_TOP + Math.max(landing, TOP + 12)}>
        <path d="M -4.5 -3 L 0 5 L 4.5 -3 Z" className="fill-loop-600" />
      </Place>
      <text
        x={percent((1 + knot.along) / 2)}
        y={BODY_TOP + TOP - 4}
        textAnchor="middle"
        strokeWidth={4}
        paintOrder="stroke"
        className="fill-loop-700 stroke-paper text-[12px] font-medium"
      >
        {label}
      </text>
    </g>
  );
}
