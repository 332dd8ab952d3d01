import type { PlanFigure, PlanPlate } from '#lib/view/plan/planFigure.ts';
import { flowRight } from '../bowtie/paths.ts';

const WIDTH = 1000;
const HEIGHT = 220;

type Props = { figure: PlanFigure; label: string; className?: string };

/** What must come through as a dashed outline over what came through: both on one scale. */
export function PlanBowtie({ figure, label, className }: Props) {
  const { plates } = figure;
  const last = plates.at(-1);
  const mouth =
    last === undefined ? [] : [{ ...last, along: 1, size: last.size * 1.25, was: last.was * 1.25 }];
  const left = plates.slice(0, plates.findIndex(({ side }) => side === 'knot') + 1);
  const right = [...plates.slice(Math.max(0, left.length - 1)), ...mouth];
  const outline = (own: readonly PlanPlate[], of: 'size' | 'was') =>
    flowRight(
      own.map((plate) => ({
        at: 2 + plate.along * (WIDTH - 4),
        centre: HEIGHT / 2,
        size: Math.max(2, plate[of] * (HEIGHT - 8)),
      })),
    );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className}
    >
      {left.length > 1 && (
        <>
          <path d={outline(left, 'size')} className="fill-acq-50 stroke-acq-600" {...DASHED} />
          <path d={outline(left, 'was')} className="fill-acq-200 opacity-70" />
        </>
      )}
      {right.length > 1 && (
        <>
          <path d={outline(right, 'size')} className="fill-loop-50 stroke-loop-600" {...DASHED} />
          <path d={outline(right, 'was')} className="fill-loop-200 opacity-70" />
        </>
      )}
      {plates.map(({ stage, side, along, size }) => (
        <line
          key={stage}
          x1={2 + along * (WIDTH - 4)}
          x2={2 + along * (WIDTH - 4)}
          y1={HEIGHT / 2 - (size * (HEIGHT - 8)) / 2 - 2}
          y2={HEIGHT / 2 + (size * (HEIGHT - 8)) / 2 + 2}
          vectorEffect="non-scaling-stroke"
          strokeWidth={side === 'knot' ? 3 : 1.25}
          className={EDGE[side]}
        />
      ))}
    </svg>
  );
}

const DASHED = {
  strokeDasharray: '5 4',
  strokeWidth: 1.25,
  vectorEffect: 'non-scaling-stroke',
} as const;
const EDGE = { left: 'stroke-acq-600', knot: 'stroke-knot', right: 'stroke-loop-600' };
