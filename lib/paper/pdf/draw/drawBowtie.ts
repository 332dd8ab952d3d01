import { G, Line, Path, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { PlanPlate } from '#lib/view/plan/planFigure.ts';
import type { Block } from '../paperModel.ts';
import { drawLoop } from './drawLoop.ts';
import { flowPath } from './flowPath.ts';
import { COLOR, type Place } from './look.ts';

type Bowtie = Extract<Block, { kind: 'bowtie' }>;

const TOP = 26;
const BODY = 176;
const MOUTH = 1.25;

/** The figure of the page with its words above and below: dashed the plan, filled what was. */
export function drawBowtie({ figure, words, loop }: Bowtie, place: Place): ReactElement {
  const { width, families } = place;
  const { plates } = figure;
  const column = { width: `${100 / Math.max(1, plates.length)}%`, paddingHorizontal: 5 };
  const edge = { borderLeftWidth: 0.75, borderLeftColor: COLOR.line };
  const head = words.map(({ name, count, times }) =>
    h(
      View,
      { key: name, style: { ...column, ...edge } },
      h(Text, { style: { fontSize: 8.5, color: COLOR.ink2 } }, name),
      h(Text, { style: { fontSize: 16, fontWeight: 700, marginVertical: 1 } }, count),
      h(Text, { style: { fontSize: 7.5, color: COLOR.ink3 } }, times),
    ),
  );
  const foot = words.map(({ name, rate, was }) =>
    h(
      View,
      { key: name, style: column },
      h(Text, { style: { fontSize: 8.5, color: COLOR.ink2 } }, rate),
      h(Text, { style: { fontSize: 7.5, color: COLOR.ink3 } }, was),
    ),
  );
  const knot = plates.find(({ side }) => side === 'knot');
  const height = TOP + BODY;
  return h(
    View,
    { wrap: false },
    h(View, { style: { flexDirection: 'row' } }, ...head),
    h(
      Svg,
      { width, height, viewBox: `0 0 ${width} ${height}`, style: { marginVertical: 6 } },
      ...flows(plates, width),
      ...plates.map((plate) => plateLine(plate, width)),
      knot === undefined
        ? null
        : drawLoop({
            from: width - 3,
            to: x(knot.along, width),
            landing: TOP + BODY / 2 - (knot.size * BODY) / 2,
            label: loop,
            families,
          }),
    ),
    h(View, { style: { flexDirection: 'row' } }, ...foot),
  );
}

function x(along: number, width: number): number {
  return 2 + along * (width - 4);
}

function flows(plates: readonly PlanPlate[], width: number): ReactElement[] {
  const last = plates.at(-1);
  const mouth = last && { ...last, along: 1, size: last.size * MOUTH, was: last.was * MOUTH };
  const knot = plates.findIndex(({ side }) => side === 'knot');
  const left = plates.slice(0, knot + 1);
  const right = [...plates.slice(Math.max(0, knot)), ...(mouth ? [mouth] : [])];
  const outline = (own: readonly PlanPlate[], of: 'size' | 'was') =>
    flowPath(
      own.map((plate) => ({
        at: x(plate.along, width),
        centre: TOP + BODY / 2,
        size: Math.max(1.5, plate[of] * BODY),
      })),
    );
  const half = (own: readonly PlanPlate[], key: string, [pale, fill, line]: Shades) =>
    h(
      G,
      { key },
      h(Path, { d: outline(own, 'size'), fill: pale, stroke: line, ...DASHED }),
      h(Path, { d: outline(own, 'was'), fill, opacity: 0.7 }),
    );
  return [
    ...(left.length > 1 ? [half(left, 'left', [COLOR.acq50, COLOR.acq200, COLOR.acq600])] : []),
    ...(right.length > 1
      ? [half(right, 'right', [COLOR.loop50, COLOR.loop200, COLOR.loop600])]
      : []),
  ];
}

type Shades = [pale: string, fill: string, line: string];
const DASHED = { strokeWidth: 1, strokeDasharray: '5 4' };
const EDGE = { left: COLOR.acq600, knot: COLOR.knot, right: COLOR.loop600 };

function plateLine({ stage, side, along, size }: PlanPlate, width: number): ReactElement {
  const half = (size * BODY) / 2 + 2;
  const middle = TOP + BODY / 2;
  const at = x(along, width);
  return h(Line, {
    ...{ key: stage, x1: at, x2: at, y1: middle - half, y2: middle + half },
    ...{ stroke: EDGE[side], strokeWidth: side === 'knot' ? 3 : 1 },
  });
}
