import { G, Path, Text } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { COLOR } from './look.ts';

type Loop = { from: number; to: number; landing: number; label: string; families: string[] };

const Y = 14;

/** What today's customers keep flows back to the knot: the right side is a loop, not a line. */
export function drawLoop({ from, to, landing, label, families }: Loop): ReactElement {
  const bend = (from - to) * 0.12;
  const end = Math.max(landing - 7, Y + 10);
  const path = [
    `M ${from} ${Y + 26}`,
    `C ${from} ${Y}, ${from - bend / 3} ${Y}, ${from - bend} ${Y}`,
    `L ${to + bend} ${Y}`,
    `C ${to + bend / 3} ${Y}, ${to} ${Y}, ${to} ${end}`,
  ].join(' ');
  const line = { fill: 'none', stroke: COLOR.loop600, strokeWidth: 1.1, strokeDasharray: '4 3' };
  return h(
    G,
    {},
    h(Path, { d: path, ...line }),
    h(Path, {
      d: `M ${to - 4} ${end} L ${to} ${end + 6} L ${to + 4} ${end} Z`,
      fill: COLOR.loop600,
    }),
    h(
      Text,
      {
        x: (from + to) / 2,
        y: Y - 4,
        textAnchor: 'middle',
        fill: COLOR.loop700,
        style: { fontSize: 8, fontFamily: families },
      },
      label,
    ),
  );
}
