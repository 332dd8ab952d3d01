import { Line, Path, Polygon, Svg } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { FanPoint } from '#lib/bowtie/plan/planFan.ts';
import type { Block } from '../paperModel.ts';
import { labelIn } from './labelIn.ts';
import { COLOR, type Place } from './look.ts';

type Fan = Extract<Block, { kind: 'fan' }>;

const HEIGHT = 200;
const ROOM = { left: 52, right: 74, top: 10, bottom: 20 };
/** Labels at the end of the fan stand at least so far from each other. */
const GAP = 11;

/** ARR month by month: the band, the middle, the plan and the goal. */
export function drawFan(
  { fan, opening, target, money }: Fan,
  { width, families }: Place,
): ReactElement {
  const label = labelIn(families);
  const points = [{ plan: opening, p10: opening, p50: opening, p90: opening }, ...fan];
  const { low, high } = money;
  const x = (i: number) =>
    ROOM.left + (i / Math.max(1, points.length - 1)) * (width - ROOM.left - ROOM.right);
  const y = (value: number) =>
    ROOM.top + (1 - (value - low) / (high - low)) * (HEIGHT - ROOM.top - ROOM.bottom);
  const line = (of: keyof Omit<FanPoint, 'month'>) =>
    points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(i)},${y(point[of])}`).join('');
  const band = [
    ...points.map((point, i) => `${x(i)},${y(point.p90)}`),
    ...points.map((point, i) => `${x(i)},${y(point.p10)}`).reverse(),
  ].join(' ');
  const across = { x1: ROOM.left, x2: width - ROOM.right };
  const every = Math.ceil(money.months.length / 12);
  return h(
    Svg,
    { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` },
    ...money.ticks.map(({ at }) =>
      h(Line, { key: at, ...across, y1: y(at), y2: y(at), stroke: COLOR.line, strokeWidth: 0.75 }),
    ),
    ...money.ticks.map(({ at, text }) => label(`t${at}`, text, [ROOM.left - 6, y(at) + 3], 'end')),
    h(Polygon, { points: band, fill: COLOR.acq100 }),
    h(Path, { d: line('p50'), fill: 'none', stroke: COLOR.acq600, strokeWidth: 1.75 }),
    h(Path, { d: line('plan'), fill: 'none', stroke: COLOR.ink2, strokeWidth: 1, ...DASHED }),
    h(Line, { ...across, y1: y(target), y2: y(target), stroke: COLOR.ink, ...DOTTED }),
    ...spread(money.ends.map(({ at }) => y(at))).map((at, i) =>
      label(`e${i}`, money.ends[i]?.text ?? '', [width - ROOM.right + 6, at + 3], 'start'),
    ),
    ...money.months.flatMap((month, i) =>
      (i + 1) % every === 0 ? [label(`m${i}`, month, [x(i + 1), HEIGHT - 5], 'middle')] : [],
    ),
  );
}

const DASHED = { strokeDasharray: '4 3' };
const DOTTED = { strokeDasharray: '1 3', strokeWidth: 1.25 };

/** From the lowest up, each at least a line above the one below it. */
function spread(places: readonly number[]): number[] {
  let below = Number.POSITIVE_INFINITY;
  return places.map((place) => {
    below = Math.min(place, below - GAP);
    return below;
  });
}
