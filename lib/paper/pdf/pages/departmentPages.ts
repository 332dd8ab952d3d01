import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { DEPARTMENTS } from '#lib/bowtie/plan/planTypes.ts';
import { type DepartmentSheet, departmentSheet, isRoleOf } from '#lib/view/plan/departmentSheet.ts';
import { monthTables } from '../monthTables.ts';
import type { Block, PaperPage } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';
import { roleTable } from './roleTable.ts';
import { targetBlocks } from './targetBlocks.ts';

/** A department keeps to one page. */
const MOST_NAMES = 60;

/** A page for each department that has something to bring: who, how much when, and why. */
export function departmentPages(words: PlanWords): PaperPage[] {
  const { print } = words;
  const asked = { input: print.plan, result: print.whole, people: print.people };
  return DEPARTMENTS.map((department) => departmentSheet(department, asked))
    .filter(({ lines, keep }) => lines.length > 0 || (keep !== null && keep.opening > 0))
    .map((sheet) => departmentPage(sheet, words));
}

function departmentPage(sheet: DepartmentSheet, words: PlanWords): PaperPage {
  const { plan, goal } = words;
  return {
    title: plan(`department.name.${sheet.department}`),
    hint: plan('department.sentence', goal),
    blocks: [
      { kind: 'text', text: `${plan('department.people')} ${namesOf(sheet, words)}` },
      ...targetBlocks(sheet, words),
      ...keepBlocks(sheet, words),
      ...headBlocks(sheet, words),
      { kind: 'heading', text: plan('department.why') },
      { kind: 'lines', items: whyLines(sheet, words) },
    ],
  };
}

function namesOf({ people }: DepartmentSheet, { plan, t }: PlanWords): string {
  if (people.length === 0) return plan('department.nobody');
  const names = people.slice(0, MOST_NAMES).join(', ');
  const count = people.length - MOST_NAMES;
  return count > 0 ? t('pdf.morePeople', { names, count }) : names;
}

function keepBlocks({ keep, months }: DepartmentSheet, words: PlanWords): Block[] {
  if (keep === null) return [];
  const { plan, month, money } = words;
  const heads = {
    name: '',
    before: [plan('department.opening')],
    months: months.map(month),
    after: [],
  };
  const row = {
    name: plan('department.keepRow'),
    before: [money(keep.opening)],
    months: keep.months.map(money),
    after: [],
  };
  const bars = keep.months.map((value, i) => {
    return { month: heads.months[i] ?? '', count: money(value), value };
  });
  const title = plan('department.keep');
  return [{ kind: 'bars', charts: [{ title, isLoop: true, bars }] }, ...monthTables(heads, [row])];
}

function headBlocks({ department }: DepartmentSheet, words: PlanWords): Block[] {
  const table = roleTable(words, (role) => isRoleOf(department, role));
  return table.rows.length === 0 ? [] : [{ ...table, title: words.t('pdf.heads') }];
}

function whyLines({ why }: DepartmentSheet, { print, plan, stage, format, money }: PlanWords) {
  const { plan: input, whole } = print;
  const values = {
    target: money(input.target_arr),
    kept: money(retainedArr(input.segments)),
    arr: money(whole.new_arr),
  };
  const steps = why.map(({ stage: name, count, rate }) => {
    const told = { stage: stage(name), count: format.count(count) };
    return rate === null
      ? plan('department.count', told)
      : plan('department.step', { ...told, rate: format.percent(rate) });
  });
  return [plan('department.money', values), ...steps];
}
