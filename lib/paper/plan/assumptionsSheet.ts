import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import { fixed, text } from '../sheet/cells.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';

const COLUMNS = ['input', 'value', 'source', 'base', 'n', 'from', 'to', 'about'] as const;

/** Where each input came from that nobody typed in, and how much stands behind it. */
export function assumptionsSheet(
  { assumptions }: PlanPaper,
  { t }: PaperText,
  name: string,
): Sheet {
  const body = assumptions.map((one): (Cell | null)[] => [
    text(one.path),
    valueCell(one.value),
    text(t(`source.${one.source}`)),
    one.base === null ? null : fixed(one.base, 'number'),
    one.n === null ? null : fixed(one.n, 'number'),
    one.from === null ? null : text(one.from),
    one.to === null ? null : text(one.to),
    one.about === null ? null : text(one.about),
  ]);
  return {
    name,
    landscape: true,
    frozen: { rows: 3, columns: 1 },
    widths: [38, 22, 20, 10, 10, 12, 12, 50],
    rows: [
      [text(t('sheet.assumptions'), 'title')],
      [text(t(assumptions.length === 0 ? 'noAssumptions' : 'assumptionsNote'), 'note')],
      COLUMNS.map((column) => text(t(`assumption.${column}`), 'head')),
      ...body,
    ],
  };
}

function valueCell(value: unknown): Cell {
  if (typeof value === 'number') return fixed(value, 'number');
  if (Array.isArray(value)) return text(value.map(String).join('; '));
  return text(String(value));
}
