import type { SegmentPlan } from '#lib/bowtie/plan/planTypes.ts';
import type { DepartmentSheet, SheetLine } from '#lib/view/plan/departmentSheet.ts';
import { sideOf } from '#lib/view/prepareBowtie.ts';
import { type MonthRow, monthTables } from '../monthTables.ts';
import type { BarChart, Block } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

/** With more of them the page of the months says the tiers: a department keeps to one page. */
const MOST = { tiers: 5, months: 12 };

/** The targets of a department month by month: drawn, and in a table with each tier's part. */
export function targetBlocks(sheet: DepartmentSheet, words: PlanWords): Block[] {
  if (sheet.lines.length === 0) return [];
  const { plan, month } = words;
  const heads = {
    name: plan('department.stage'),
    before: [plan('department.locked')],
    months: sheet.months.map(month),
    after: [plan('department.later'), plan('department.total')],
  };
  const rows = sheet.lines.flatMap((line) => linesOf(line, words));
  const charts = sheet.lines
    .filter(({ months }) => months.some((count) => count > 0))
    .map((line) => barsOf(line, heads.months, words));
  return [
    ...(charts.length === 0 ? [] : [{ kind: 'bars' as const, charts }]),
    ...monthTables(heads, rows, plan('department.table')),
  ];
}

function barsOf(line: SheetLine, months: string[], { stage, format }: PlanWords): BarChart {
  const bars = line.months.map((value, i) => {
    return { month: months[i] ?? '', count: format.count(value), value };
  });
  return { title: stage(line.stage), isLoop: sideOf(line.stage) === 'right', bars };
}

/** A stage of all tiers, then each tier's part of it where tiers are told apart. */
function linesOf(line: SheetLine, words: PlanWords): MonthRow[] {
  const { print, tier, stage, format, some } = words;
  const all = {
    name: stage(line.stage),
    before: [some(line.locked)],
    months: line.months.map(format.count),
    after: [some(line.later), format.count(line.total)],
  };
  const tiers = print.whole.segments.filter((one) => totalOf(one, line) !== undefined);
  const isLong = tiers.length > MOST.tiers || line.months.length > MOST.months;
  if (tiers.length < 2 || isLong) return [all];
  const parts = tiers.map((one) => ({
    name: `\u2003${tier(one.key)}`,
    before: [some(one.locked[line.stage] ?? 0)],
    months: one.months.map(({ entries, wins }) =>
      format.count(line.stage === 'won' ? wins : (entries[line.stage] ?? 0)),
    ),
    after: ['–', format.count(totalOf(one, line) ?? 0)],
  }));
  return [{ ...all, isSum: true }, ...parts];
}

function totalOf({ wins, entries }: SegmentPlan, { stage }: SheetLine): number | undefined {
  return stage === 'won' ? wins : entries[stage];
}
