import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { DepartmentPlan } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import { across, address, onSheet } from '../sheet/address.ts';
import { counted, text } from '../sheet/cells.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';
import type { Tier } from './tierSheet.ts';

const HEAD = 2;
const FROM = 4;

/** Where the load of a stage in a month of the plan stands. */
export type Loads = (stage: string, month: number) => string | null;

/** What each department has to bring: all tiers added up. */
export function departmentsSheet(
  { plan, exact }: PlanPaper,
  { t, terms }: PaperText,
  name: string,
  tiers: readonly Tier[],
): { sheet: Sheet; loads: Loads } {
  const rows = new Map<string, number>();
  const body = exact.departments.flatMap((department, i) => {
    const stage = department.stages[0];
    if (stage === undefined) return [];
    const row = HEAD + 1 + i;
    rows.set(stage, row);
    const labels = [t(`departments.${department.department}`), terms(`stage.${stage}`)];
    return [departmentRow(department, { row, stage, labels, tiers, months: plan.months })];
  });
  const months = Array.from({ length: plan.months }, (_, i) => planMonth(plan.start, i));
  const words = ['department', 'stage', 'total', 'locked'] as const;
  const heads = [...words.map((word) => t(word)), ...months, t('later')];
  const sheet: Sheet = {
    name,
    landscape: true,
    frozen: { rows: HEAD + 1, columns: 2 },
    widths: [24, 16, 11, 11, ...months.map(() => 9), 10],
    rows: [
      [text(t('sheet.departments'), 'title')],
      [text(t('departmentsNote'), 'note')],
      heads.map((word) => text(word, 'head')),
      ...body,
    ],
  };
  const loads: Loads = (stage, month) => {
    const row = rows.get(stage);
    return row === undefined ? null : onSheet(name, address(row, FROM + month));
  };
  return { sheet, loads };
}

function departmentRow(
  own: DepartmentPlan,
  at: {
    row: number;
    stage: string;
    labels: readonly string[];
    tiers: readonly Tier[];
    months: number;
  },
): Cell[] {
  const sum = (column: (tier: Tier) => string | null) =>
    at.tiers
      .flatMap((tier) => {
        const row = tier.rows.get(at.stage);
        const cells = row === undefined ? null : column(tier);
        return cells === null ? [] : [onSheet(tier.sheet.name, cells)];
      })
      .map((cells) => `SUM(${cells})`)
      .join('+') || '0';
  const rowOf = (tier: Tier) => tier.rows.get(at.stage) ?? 0;
  const early = sum(({ grid, ...tier }) =>
    grid.early === 0 ? null : across(rowOf({ grid, ...tier }), grid.from, grid.start - 1),
  );
  const later = sum(({ grid, ...tier }) => {
    const behind = grid.start + grid.months;
    return grid.end > behind ? across(rowOf({ grid, ...tier }), behind, grid.end - 1) : null;
  });
  const last = FROM + at.months;
  const total = `${address(at.row, 3)}+SUM(${across(at.row, FROM, last)})`;
  return [
    ...at.labels.map((label) => text(label)),
    counted(own.total, total, 'count', 'total'),
    counted(own.locked, early, 'count'),
    ...own.months.map(({ value }, m) =>
      counted(
        value,
        sum(({ grid, ...tier }) => address(rowOf({ grid, ...tier }), grid.start + m)),
        'count',
      ),
    ),
    counted(own.later, later, 'count'),
  ];
}
