import { Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { Block } from '../paperModel.ts';
import { drawBars } from './drawBars.ts';
import { drawBowtie } from './drawBowtie.ts';
import { drawFan } from './drawFan.ts';
import { drawTable } from './drawTable.ts';
import { COLOR, type Place } from './look.ts';

/** Air above a block, by what is above it: below the last one none may spill over to a sheet. */
export function airAbove(kind: Block['kind'], above: Block['kind'] | undefined): number {
  if (above === undefined) return 0;
  return AIR[above] + (kind === 'heading' ? 5 : 0);
}

const AIR: Record<Block['kind'], number> = {
  ...{ bowtie: 16, lead: 12, fan: 10, table: 8, figures: 8, bars: 6, points: 6 },
  ...{ text: 4, note: 4, heading: 3, lines: 4 },
};

/** One block of a page within the width of the sheet. */
export function drawBlock(block: Block, place: Place): ReactElement {
  switch (block.kind) {
    case 'bowtie':
      return drawBowtie(block, place);
    case 'fan':
      return drawFan(block, place);
    case 'table':
      return drawTable(block, place.width);
    case 'bars':
      return drawBars(block, place);
    case 'figures':
      return drawFigures(block);
    case 'points':
      return drawPoints(block);
    case 'lines':
      return drawLines(block);
    case 'heading':
      return h(Text, { style: TEXT.heading, minPresenceAhead: 40 }, block.text);
    default:
      return h(Text, { style: TEXT[block.kind] }, block.text);
  }
}

const TEXT = {
  heading: { fontSize: 12, fontWeight: 700 },
  text: { fontSize: 9.5, lineHeight: 1.4, maxWidth: 700 },
  note: { fontSize: 8, lineHeight: 1.4, color: COLOR.ink3, maxWidth: 640 },
  lead: {
    ...{ fontSize: 9.5, lineHeight: 1.45, padding: 8, borderRadius: 4 },
    ...{ backgroundColor: COLOR.note50, borderWidth: 0.75, borderColor: COLOR.note200 },
  },
} as const;

function drawLines({ items }: Extract<Block, { kind: 'lines' }>): ReactElement {
  const style = { fontSize: 9, lineHeight: 1.35 };
  return h(View, { wrap: false }, ...items.map((text, key) => h(Text, { key, style }, text)));
}

function drawFigures({ items }: Extract<Block, { kind: 'figures' }>): ReactElement {
  const tiles = items.map(({ label, value, isMain }) =>
    h(
      View,
      { key: label, style: { marginRight: 34 } },
      h(Text, { style: { fontSize: 8, color: COLOR.ink2, marginBottom: 2 } }, label),
      h(Text, { style: { fontSize: isMain ? 19 : 15, fontWeight: isMain ? 700 : 400 } }, value),
    ),
  );
  const row = { flexDirection: 'row', alignItems: 'flex-end' } as const;
  return h(View, { wrap: false, style: row }, ...tiles);
}

function drawPoints({ items }: Extract<Block, { kind: 'points' }>): ReactElement {
  const mended = { color: COLOR.acq600 };
  const lines = items.map(({ tag, text, mend }, i) =>
    h(
      View,
      { key: i, wrap: false, style: { ...POINT, marginTop: i === 0 ? 0 : 3.5 } },
      h(Text, { style: { width: 74, fontSize: 8, color: COLOR.ink3, paddingTop: 1 } }, tag),
      h(
        View,
        { style: { flex: 1 } },
        h(
          Text,
          { style: { fontSize: 9, lineHeight: 1.35 } },
          text,
          mend === null ? null : h(Text, { style: mended }, `  → ${mend}`),
        ),
      ),
    ),
  );
  return h(View, {}, ...lines);
}

const POINT = {
  flexDirection: 'row',
  borderLeftWidth: 1.5,
  borderLeftColor: COLOR.lineStrong,
  paddingLeft: 8,
} as const;
