import { useId } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { BowtieShape, Flow, Ribbon } from '#lib/view/bowtieShape.ts';
import { MOVEMENT_FILL } from './movementFill.ts';
import { flowRight } from './paths.ts';
import { BODY, BODY_TOP, BOX, boxed } from './wideLayout.ts';

/** The silhouette: flows between the stages, then the ribbons of the loop's mouth. */
export function WideBody({ shape }: { shape: BowtieShape }) {
  const id = useId();
  const knot = shape.plates.find(({ stage }) => stage.side !== 'left')?.along ?? 1;
  return (
    <svg
      y={BODY_TOP}
      width="100%"
      height={BODY}
      viewBox={`0 0 ${BOX} ${BODY}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <defs>
        <Fade id={`${id}l`} from={0} to={knot} classes={['acq-100', 'acq-300']} />
        <Fade id={`${id}r`} from={knot} to={1} classes={['loop-300', 'loop-100']} />
      </defs>
      {shape.flows.map((flow) => (
        <path
          key={flow.id}
          d={flowRight([cut(flow.from, 0, flow.sizeFrom), cut(flow.to, 0, flow.sizeTo)])}
          fill={`url(#${id}${flow.side === 'left' ? 'l' : 'r'})`}
        />
      ))}
      {shape.flows.map((flow) => flow.matures !== null && <Ghost key={flow.id} flow={flow} />)}
      {shape.ribbons.map((ribbon) => (
        <MouthRibbon key={ribbon.movement} ribbon={ribbon} />
      ))}
    </svg>
  );
}

function cut(along: number, centre: number, size: number) {
  return { at: boxed(along), centre: (0.5 + centre) * BODY, size: size * BODY };
}

type FadeProps = { id: string; from: number; to: number; classes: [string, string] };

function Fade({ id, from, to, classes: [first, last] }: FadeProps) {
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={boxed(from)} x2={boxed(to)}>
      <stop offset={0} stopColor={`var(--${first})`} />
      <stop offset={1} stopColor={`var(--${last})`} />
    </linearGradient>
  );
}

/** Where the flow will end once everything open has run its course. */
function Ghost({ flow }: { flow: Flow }) {
  const size = flow.matures ?? flow.sizeTo;
  return (
    <path
      d={flowRight([cut(flow.from, 0, flow.sizeFrom), cut(flow.to, 0, size)])}
      vectorEffect="non-scaling-stroke"
      strokeDasharray="1 3.5"
      strokeLinecap="round"
      className={cx('fill-none', flow.side === 'left' ? 'stroke-acq-600' : 'stroke-loop-600')}
      strokeWidth={1.25}
    />
  );
}

function MouthRibbon({ ribbon }: { ribbon: Ribbon }) {
  const { from, to, centreFrom, centreTo, sizeFrom, sizeTo, movement, count } = ribbon;
  const cuts = [cut(from, centreFrom, sizeFrom), cut(to, centreTo, sizeTo)];
  if (count === 0) {
    return (
      <path
        d={flowRight(cuts)}
        vectorEffect="non-scaling-stroke"
        strokeDasharray="3 4"
        className="fill-none stroke-line-strong"
      />
    );
  }
  return <path d={flowRight(cuts)} className={cx(MOVEMENT_FILL[movement], 'opacity-85')} />;
}
