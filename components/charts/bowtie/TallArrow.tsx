import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import { Place } from './Place.tsx';
import { down, FLOW } from './tallLayout.ts';

type Props = { shape: BowtieShape; label: string };

/** Left of the flow: the edge of the drawing, and the bend at either end. */
const EDGE = 5;
const BEND = 26;

/** The loop's arrow, upright: what the mouth adds and renews goes back up to the knot. */
export function TallArrow({ shape, label }: Props) {
  const knot = shape.plates.find(({ stage }) => stage.side === 'knot');
  if (!knot || shape.ribbons.length === 0) return null;
  const [top, bottom] = [down(knot.along, shape.units), down(1, shape.units) - 6];
  const landing = `${(0.5 - knot.size / 2) * FLOW}%`;
  return (
    <g>
      <line {...{ x1: EDGE, x2: '3%', y1: bottom, y2: bottom }} className={LINE} {...DASH} />
      <line {...{ x1: EDGE, x2: EDGE, y1: bottom, y2: top + BEND }} className={LINE} {...DASH} />
      <line {...{ x1: EDGE, x2: EDGE, y1: top + BEND, y2: top }} className={LINE} {...DASH} />
      <line {...{ x1: EDGE, x2: landing, y1: top, y2: top }} className={LINE} {...DASH} />
      <Place x={landing} y={top}>
        <path d="M -9 -4.5 L -1 0 L -9 4.5 Z" className="fill-loop-600" />
      </Place>
      <Place x={EDGE} y={(top + bottom) / 2}>
        <text
          transform="translate(13 0) rotate(-90)"
          textAnchor="middle"
          strokeWidth={4}
          paintOrder="stroke"
          className="fill-loop-700 stroke-paper text-[12px] font-medium"
        >
          {label}
        </text>
      </Place>
    </g>
  );
}

const LINE = 'stroke-loop-600';
const DASH = { strokeDasharray: '5 4', strokeWidth: 1.5 };
