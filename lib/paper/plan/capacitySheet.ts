import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { RolePlan } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { PaperText } from '../paperText.ts';
import { counted, fixed, input, text } from '../sheet/cells.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';
import type { Loads } from './departmentsSheet.ts';
import { monthRows, RoleBlock } from './roleRows.ts';

const NUMBERS = 3;
const FIRST = 5;

/** Who handles the work, whom to hire and when. */
export function capacitySheet(
  { plan, exact }: PlanPaper,
  words: PaperText,
  name: string,
  loads: Loads,
): Sheet {
  const { t } = words;
  const blocks = plan.capacity.map(
    (role, i) => new RoleBlock({ role, top: FIRST + i * RoleBlock.HEIGHT, numbers: NUMBERS }),
  );
  const months = Array.from({ length: plan.months }, (_, i) => planMonth(plan.start, i));
  const body = blocks.flatMap((block, i) => {
    const told = exact.capacity[i];
    if (told === undefined) return [];
    const peers = blocks.filter(({ role }) => role.stage === block.role.stage);
    return [
      ...inputRows(block, told, { words, start: plan.start, months: plan.months }),
      ...monthRows(block, told, { peers, words, loads, start: plan.start }),
      [],
    ];
  });
  return {
    name,
    landscape: true,
    frozen: { rows: NUMBERS + 1, columns: 1 },
    widths: [34, ...months.map(() => 11)],
    rows: [
      [text(t('sheet.capacity'), 'title')],
      [text(t('capacityNote'), 'note')],
      [text('', 'head'), ...months.map((month) => text(month, 'head'))],
      [text(t('monthNumber')), ...months.map((_, i) => fixed(i, 'number'))],
      [],
      ...body,
    ],
  };
}

function inputRows(
  block: RoleBlock,
  told: RolePlan,
  { words, start, months }: { words: PaperText; start: string; months: number },
): (Cell | null)[][] {
  const { t, terms } = words;
  const { role } = block;
  const hires = told.hires.reduce((sum, { heads }) => sum + heads, 0);
  const total = `SUM(${block.across('hires', 0, months - 1)})`;
  return [
    [text(t('roleAt', { role: role.role, stage: terms(`stage.${role.stage}`) }), 'head')],
    [text(t('perMonth')), input(role.per_month, 'number')],
    [text(t('heads')), input(role.heads, 'number')],
    [text(t('attrition')), input(role.attrition, 'share')],
    [text(t('rampMonths')), input(block.rampMonths, 'number')],
    [text(t('cost')), role.cost === undefined ? null : input(Number(role.cost), 'money')],
    [text(t('hiresAll')), counted(hires, total, 'number', 'total')],
    [
      text(t('hireCost')),
      told.hire_cost === null
        ? null
        : counted(Number(told.hire_cost), block.costFormula(start, months), 'money', 'total'),
    ],
  ];
}
