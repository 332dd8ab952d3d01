import { cx } from '#components/ui/cx.ts';
import type { BowtieShape } from '#lib/view/bowtieShape.ts';
import { MOVEMENT_FILL } from './movementFill.ts';
import { flowDown } from './paths.ts';
import { down, FLOW } from './tallLayout.ts';

type Props = { shape: BowtieShape; height: number };

/** The upright silhouette. */
export function TallBody({ shape, height }: Props) {
  const cut = (along: number, centre: number, size: number) => ({
    at: down(along, shape.units),
    centre: (0.5 + centre) * 100,
    size: size * 100,
  });
  return (
    <svg
      width={`${FLOW}%`}
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {shape.flows.map(({ id, from, to, sizeFrom, sizeTo, side }) => (
        <path
          key={id}
          d={flowDown([cut(from, 0, sizeFrom), cut(to, 0, sizeTo)])}
          className={side === 'left' ? 'fill-acq-200' : 'fill-loop-200'}
        />
      ))}
      {shape.flows.map(
        ({ id, from, to, sizeFrom, matures, side }) =>
          matures !== null && (
            <path
              key={id}
              d={flowDown([cut(from, 0, sizeFrom), cut(to, 0, matures)])}
              vectorEffect="non-scaling-stroke"
              strokeDasharray="1 3.5"
              strokeLinecap="round"
              className={cx('fill-none', side === 'left' ? 'stroke-acq-600' : 'stroke-loop-600')}
            />
          ),
      )}
      {shape.ribbons.map(({ movement, count, from, to, ...ribbon }) => (
        <path
          key={movement}
          d={flowDown([
            cut(from, ribbon.centreFrom, ribbon.sizeFrom),
            cut(to, ribbon.centreTo, ribbon.sizeTo),
          ])}
          vectorEffect="non-scaling-stroke"
          strokeDasharray="3 4"
          className={
            count === 0 ? 'fill-none stroke-line-strong' : cx(MOVEMENT_FILL[movement], 'opacity-85')
          }
        />
      ))}
    </svg>
  );
}
