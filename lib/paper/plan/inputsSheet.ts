import { sharesOf } from '#lib/bowtie/plan/flow.ts';
import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { type SegmentFlows, segmentFlows } from '#lib/bowtie/plan/segmentFlows.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import { address, down, onSheet } from '../sheet/address.ts';
import { counted, fixed, input, text } from '../sheet/cells.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';

/** Where on the sheet of inputs a tier's own numbers stand, as absolute addresses. */
export type Place = { wins: string; live: string };

const TARGET = { row: 3, column: 1 };
const FIRST = 11;
const COLUMNS = [
  ...['segment', 'opening', 'nrr', 'share', 'part', 'acv', 'discount', 'live'],
  ...['value', 'newArr', 'wins'],
] as const;
const at = (name: (typeof COLUMNS)[number]) => COLUMNS.indexOf(name);

/** The sentence and what each tier starts from. */
export function inputsSheet(
  paper: PlanPaper,
  { t }: PaperText,
  name: string,
): { sheet: Sheet; places: Place[] } {
  const { plan, exact } = paper;
  const last = FIRST + plan.segments.length - 1;
  const column = (of: (typeof COLUMNS)[number]) => down(at(of), FIRST, last, true);
  const target = address(TARGET.row, TARGET.column, true);
  const kept = Number(retainedArr(plan.segments));
  const keptFormula = `ROUND(SUMPRODUCT(${column('opening')},${column('nrr')}),2)`;
  const flows = segmentFlows(plan);
  const parts = sharesOf(plan.segments.map(({ share }) => share));
  const head = (label: string, cell: Cell) => [text(label), cell];
  const rows: (Cell | null)[][] = [
    [text(t('title', { org: paper.org }), 'title')],
    [text(t('inputsNote', { currency: paper.currency, day: paper.madeOn }), 'note')],
    [],
    head(t('target'), input(Number(plan.target_arr), 'money')),
    head(t('start'), text(plan.start)),
    head(t('months'), fixed(plan.months, 'number')),
    head(t('kept'), counted(kept, keptFormula, 'money')),
    head(t('newArr'), counted(Number(exact.new_arr), `ROUND(${target}-B7,2)`, 'money', 'total')),
    [],
    [],
    COLUMNS.map((one) => ({
      ...text(t(`column.${one}`), 'head'),
      look: { kind: one === 'segment' ? 'text' : 'number', as: 'head' } as const,
    })),
    ...flows.map((own, i) =>
      segmentRow(own, FIRST + i, { part: parts[i] ?? 0, shares: column('share') }),
    ),
    totalRow(flows, last),
  ];
  const places = plan.segments.map((_, i) => ({
    wins: onSheet(name, address(FIRST + i, at('wins'), true)),
    live: onSheet(name, address(FIRST + i, at('live'), true)),
  }));
  const widths = [34, 15, 10, 10, 10, 14, 11, 11, 14, 16, 12];
  return { sheet: { name, widths, rows, landscape: true }, places };
}

function segmentRow(
  own: SegmentFlows,
  row: number,
  { part, shares }: { part: number; shares: string },
): Cell[] {
  const { segment } = own;
  const ref = (of: (typeof COLUMNS)[number]) => address(row, at(of));
  return [
    text(segment.key),
    input(Number(segment.opening_arr), 'money'),
    input(segment.nrr, 'share'),
    input(segment.share, 'share'),
    counted(part, `${ref('share')}/SUM(${shares})`, 'share'),
    input(Number(segment.acv), 'money'),
    input(segment.discount, 'share'),
    input(segment.conversions['won>onboarded'] ?? 1, 'share'),
    counted(own.valuePerWin, `${ref('acv')}*(1-${ref('discount')})*${ref('live')}`, 'money'),
    counted(own.newArr, `$B$8*${ref('part')}`, 'money'),
    counted(
      own.wins,
      `IF(AND(${ref('newArr')}>0,${ref('value')}>0),${ref('newArr')}/${ref('value')},0)`,
      'count',
    ),
  ];
}

function totalRow(flows: readonly SegmentFlows[], last: number): (Cell | null)[] {
  const sum = (of: (typeof COLUMNS)[number]) => `SUM(${down(at(of), FIRST, last)})`;
  const opening = flows.reduce((all, one) => all + Number(one.segment.opening_arr), 0);
  const wins = flows.reduce((all, one) => all + one.wins, 0);
  const newArr = flows.reduce((all, one) => all + one.newArr, 0);
  const none = null;
  return [
    ...[text('Σ', 'total'), counted(opening, sum('opening'), 'money', 'total'), none],
    counted(
      flows.reduce((all, one) => all + one.segment.share, 0),
      sum('share'),
      'share',
      'total',
    ),
    ...[none, none, none, none, none],
    counted(newArr, sum('newArr'), 'money', 'total'),
    counted(wins, sum('wins'), 'count', 'total'),
  ];
}
