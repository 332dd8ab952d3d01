import type { PaperTable } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

/** Roles with the heads that are there, those it takes, and where there are too few. */
export function roleTable(
  { print, plan, stage, role: short, format, money }: PlanWords,
  isShown: (role: string) => boolean,
): PaperTable {
  const right = (head: string) => ({ head, width: 96, align: 'right' as const });
  const rows = print.whole.capacity.flatMap((role, i) => {
    if (!isShown(role.role)) return [];
    const peak = Math.max(0, ...role.months.map((one) => one.heads_needed ?? 0));
    const binds = role.months.filter((one) => one.binds === 'capacity').length;
    const hires = role.hires.reduce((sum, { heads }) => sum + heads, 0);
    return [
      {
        cells: [
          short(role.role),
          stage(role.stage),
          format.count(print.plan.capacity[i]?.heads ?? 0),
          format.count(Math.ceil(peak)),
          binds === 0 ? '–' : plan('capacity.months', { count: binds }),
          format.count(hires),
          role.hire_cost === null ? '—' : money(role.hire_cost),
        ],
      },
    ];
  });
  return {
    kind: 'table',
    columns: [
      { head: plan('capacity.role'), width: 130 },
      { head: plan('capacity.stage'), width: 110 },
      right(plan('capacity.have')),
      right(plan('capacity.peak')),
      right(plan('capacity.binds')),
      right(plan('capacity.hires')),
      right(plan('capacity.cost')),
    ],
    rows,
  };
}
