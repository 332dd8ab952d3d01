import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import { across } from '../sheet/address.ts';
import { counted, fixed, text } from '../sheet/cells.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';

const HEAD = 2;

/** The whole counts that are handed out: rounded up, and every part adds up to them. */
export function targetsSheet(
  { plan, whole }: PlanPaper,
  { t, terms }: PaperText,
  name: string,
): Sheet {
  const months = Array.from({ length: plan.months }, (_, i) => planMonth(plan.start, i));
  const lines = whole.segments.flatMap(({ key, wins, entries, locked, months: own }) => [
    ...Object.keys(entries)
      .reverse()
      .map((stage) => ({
        ...{ key, stage, total: entries[stage] ?? 0, locked: locked[stage] ?? 0 },
        months: own.map((month) => month.entries[stage] ?? 0),
      })),
    { key, stage: 'won', total: wins, locked: 0, months: own.map((month) => month.wins) },
  ]);
  const body = lines.map((line, i): Cell[] => {
    const row = HEAD + 1 + i;
    return [
      text(line.key),
      text(terms(`stage.${line.stage as 'won'}`)),
      counted(line.total, `SUM(${across(row, 3, 3 + months.length)})`, 'money', 'total'),
      fixed(line.locked, 'money'),
      ...line.months.map((count) => fixed(count, 'money')),
    ];
  });
  const heads = [t('column.segment'), t('stage'), t('total'), t('locked'), ...months];
  return {
    name,
    landscape: true,
    frozen: { rows: HEAD + 1, columns: 2 },
    widths: [22, 16, 10, 10, ...months.map(() => 9)],
    rows: [
      [text(t('sheet.targets'), 'title')],
      [text(t('targetsNote'), 'note')],
      heads.map((head) => text(head, 'head')),
      ...body,
    ],
  };
}
