import { Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { Column, PaperTable, TableRow } from '../paperModel.ts';
import { COLOR } from './look.ts';

const SIZE = { most: 8.5, least: 5 };
const PAD = 3;
/** About what a digit is wide, in its own size. */
const DIGIT = 0.58;
/** So many rows stay together; longer tables break between rows and repeat their heads. */
const TOGETHER = 14;

export function drawTable(table: PaperTable, width: number): ReactElement {
  const wanted = table.columns.reduce((sum, column) => sum + column.width, 0);
  const scale = Math.min(1, width / wanted);
  const columns = table.columns.map((column) => ({ ...column, width: column.width * scale }));
  const fontSize = fitting(columns, table.rows);
  const headSize = fittingHeads(columns, fontSize);
  const head = h(
    View,
    { key: 'head', fixed: true, style: { flexDirection: 'row', ...RULE.head } },
    ...columns.map((column, i) =>
      h(
        View,
        { key: i, style: { ...cellOf(column), justifyContent: 'flex-end' } },
        h(
          Text,
          { style: { fontSize: headSize, color: COLOR.ink2, ...alignOf(column) } },
          column.head,
        ),
      ),
    ),
  );
  const rows = table.rows.map((row, i) => drawRow(row, { key: i, columns, fontSize }));
  const title = table.title
    ? [h(Text, { key: 'title', style: TITLE, minPresenceAhead: 60 }, table.title)]
    : [];
  return h(
    View,
    { wrap: table.rows.length > TOGETHER },
    ...title,
    h(View, { style: { width: columns.reduce((sum, one) => sum + one.width, 0) } }, head, ...rows),
  );
}

type Drawn = { key: number; columns: readonly Column[]; fontSize: number };

function drawRow({ cells, isSum }: TableRow, { key, columns, fontSize }: Drawn): ReactElement {
  const strong = isSum ? { fontWeight: 700 as const, ...RULE.sum } : RULE.row;
  return h(
    View,
    { key, wrap: false, style: { flexDirection: 'row', ...strong } },
    ...columns.map((column, i) =>
      h(
        View,
        { key: i, style: cellOf(column) },
        h(Text, { style: { fontSize, lineHeight: 1.25, ...alignOf(column) } }, cells[i] ?? ''),
      ),
    ),
  );
}

const TITLE = { fontSize: 10, lineHeight: 1.25, fontWeight: 700, marginBottom: 2 } as const;
const RULE = {
  head: { borderBottomWidth: 0.75, borderBottomColor: COLOR.lineStrong },
  row: { borderBottomWidth: 0.5, borderBottomColor: COLOR.line },
  sum: { borderTopWidth: 0.75, borderTopColor: COLOR.lineStrong },
} as const;

function cellOf({ width }: Column) {
  return { width, paddingHorizontal: PAD, paddingVertical: 1.6 };
}

function alignOf({ align }: Column) {
  return { textAlign: align ?? ('left' as const) };
}

/** Numbers never break: they are set smaller where they would not fit. */
function fitting(columns: readonly Column[], rows: readonly TableRow[]): number {
  return sizedTo(SIZE.most, columns, (i) =>
    Math.max(1, ...rows.map(({ cells }) => wideness(cells[i]))),
  );
}

/** A month above its column is one word in any language. */
function fittingHeads(columns: readonly Column[], size: number): number {
  return sizedTo(size - 1, columns, (i) => {
    const head = columns[i]?.head ?? '';
    return /\d/.test(head) ? wideness(head) : 1;
  });
}

function sizedTo(most: number, columns: readonly Column[], widest: (i: number) => number): number {
  const sizes = columns.flatMap(({ align, width }, i) =>
    align === 'right' ? [(width - 2 * PAD) / (widest(i) * DIGIT)] : [],
  );
  return Math.max(SIZE.least, Math.min(most, ...sizes));
}

/** The longest part that does not break, in digits. */
function wideness(text = ''): number {
  const wide = (word: string) =>
    [...word].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.75 : 1), 0);
  return Math.max(...text.split(' ').map(wide));
}
