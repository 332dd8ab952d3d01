import { Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { Block } from '../paperModel.ts';
import { drawBars } from './drawBars.ts';
import { drawBowtie } from './drawBowtie.ts';
import { drawFan } from './drawFan.ts';
import { drawTable } from './drawTable.ts';
import { COLOR, type Place } from './look.ts';

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
  heading: { fontSize: 12, fontWeight: 700, marginTop: 5, marginBottom: 3 },
  text: { fontSize: 9.5, lineHeight: 1.4, marginBottom: 4, maxWidth: 700 },
  note: { fontSize: 8, lineHeight: 1.4, color: COLOR.ink3, marginBottom: 4, maxWidth: 640 },
  lead: {
    ...{ fontSize: 9.5, lineHeight: 1.45, marginBottom: 12, padding: 8, borderRadius: 4 },
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
  const row = { flexDirection: 'row', alignItems: 'flex-end', marginBottom: 8 } as const;
  return h(View, { wrap: false, style: row }, ...tiles);
}

function drawPoints({ items }: Extract<Block, { kind: 'points' }>): ReactElement {
  const mended = { color: COLOR.acq600 };
  const lines = items.map(({ tag, text, mend }, i) =>
    h(
      View,
      { key: i, wrap: false, style: POINT },
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
  return h(View, { style: { marginBottom: 6 } }, ...lines);
}

const POINT = {
  flexDirection: 'row',
  borderLeftWidth: 1.5,
  borderLeftColor: COLOR.lineStrong,
  paddingLeft: 8,
  marginBottom: 3.5,
} as const;
