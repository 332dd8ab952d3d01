import { cx } from '#components/ui/cx.ts';
import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import { MOVEMENT_FILL } from './bowtie/movementFill.ts';
import { flowRight } from './bowtie/paths.ts';

type Props = { shape: BowtieShape; label: string };

const WIDTH = 400;
const HEIGHT = 92;

/** The silhouette alone, for small multiples on shared scales. */
export function MiniBowtie({ shape, label }: Props) {
  const cut = (along: number, centre: number, size: number) => ({
    at: 1 + along * (WIDTH - 2),
    centre: (0.5 + centre) * HEIGHT,
    size: size * HEIGHT,
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-23 w-full"
    >
      {shape.flows.map(({ id, side, from, to, sizeFrom, sizeTo }) => (
        <path
          key={id}
          d={flowRight([cut(from, 0, sizeFrom), cut(to, 0, sizeTo)])}
          className={side === 'left' ? 'fill-acq-200' : 'fill-loop-200'}
        />
      ))}
      {shape.ribbons.map(({ movement, count, from, to, ...each }) =>
        count === 0 ? null : (
          <path
            key={movement}
            d={flowRight([
              cut(from, each.centreFrom, each.sizeFrom),
              cut(to, each.centreTo, each.sizeTo),
            ])}
            className={cx(MOVEMENT_FILL[movement], 'opacity-75')}
          />
        ),
      )}
      {shape.plates.map(({ stage, along, size }) => (
        <line
          key={stage.stage}
          x1={cut(along, 0, 0).at}
          x2={cut(along, 0, 0).at}
          y1={HEIGHT / 2 - (size * HEIGHT) / 2}
          y2={HEIGHT / 2 + (size * HEIGHT) / 2}
          vectorEffect="non-scaling-stroke"
          strokeWidth={stage.side === 'knot' ? 3 : 1.25}
          className={EDGE[stage.side]}
        />
      ))}
    </svg>
  );
}

const EDGE = { left: 'stroke-acq-600', knot: 'stroke-knot', right: 'stroke-loop-600' };
