import { Rect, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { BarChart, Block } from '../paperModel.ts';
import { labelIn } from './labelIn.ts';
import { COLOR, type Place } from './look.ts';

type Bars = Extract<Block, { kind: 'bars' }>;

const HEIGHT = 84;
const ROOM = { top: 12, bottom: 14 };
const GAP = 24;
const WIDEST = 64;
/** What a count and a month need so as not to touch their neighbours. */
const LABEL = { letter: 4.4, gap: 4, month: 48 };

/** Charts side by side: one bar for each month, with its count above it. */
export function drawBars({ charts }: Bars, place: Place): ReactElement {
  const width = (place.width - GAP * (charts.length - 1)) / Math.max(1, charts.length);
  const row = { flexDirection: 'row', justifyContent: 'space-between' } as const;
  const each = charts.map((chart) =>
    h(
      View,
      { key: chart.title, style: { width } },
      h(Text, { style: { fontSize: 10, fontWeight: 700, marginBottom: 2 } }, chart.title),
      drawChart(chart, { ...place, width }),
    ),
  );
  return h(View, { wrap: false, style: row }, ...each);
}

function drawChart({ bars, isLoop }: BarChart, { width, families }: Place): ReactElement {
  const label = labelIn(families);
  const step = Math.min(width / Math.max(1, bars.length), WIDEST);
  const peak = Math.max(1, ...bars.map(({ value }) => value));
  const floor = HEIGHT - ROOM.bottom;
  const fill = isLoop ? COLOR.loop200 : COLOR.acq200;
  const counted = LABEL.gap + LABEL.letter * Math.max(...bars.map(({ count }) => count.length));
  const isShown = (i: number, room: number) => i % Math.ceil(room / step) === 0;
  const each = bars.flatMap(({ month, count, value }, i) => {
    const middle = (i + 0.5) * step;
    const height = Math.max(0.75, (value / peak) * (floor - ROOM.top));
    const bar = { x: middle - step * 0.36, y: floor - height, width: step * 0.72, height, fill };
    return [
      h(Rect, { key: `b${i}`, ...bar }),
      isShown(i, counted) && label(`c${i}`, count, [middle, floor - height - 3], 'middle'),
      isShown(i, LABEL.month) &&
        label(`m${i}`, month, [Math.max(middle, LABEL.month / 2), HEIGHT - 4], 'middle'),
    ];
  });
  return h(Svg, { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` }, ...each);
}
