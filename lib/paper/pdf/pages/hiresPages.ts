import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { RolePlan } from '#lib/bowtie/plan/planTypes.ts';
import { monthTables } from '../monthTables.ts';
import type { Block, PaperPage, PaperTable } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';
import { roleTable } from './roleTable.ts';

/** Who carries it: heads there and needed, and whom to hire in which month at what cost. */
export function hiresPages(words: PlanWords): PaperPage[] {
  const { print, plan, t } = words;
  const { capacity } = print.whole;
  if (capacity.length === 0) return [];
  const decided = print.plan.capacity.some(({ hires = [] }) => hires.length > 0);
  const hires = decided || capacity.some((role) => role.hires.length > 0);
  const blocks: Block[] = [roleTable(words, () => true)];
  if (hires) blocks.push(...hireTables(words), { kind: 'note', text: t('pdf.hiresNote') });
  else blocks.push({ kind: 'text', text: t('pdf.noHires') });
  return [{ title: plan('capacity.title'), hint: plan('capacity.hint'), blocks }];
}

/** Needed or decided: both start in a month. */
type Hires = readonly Pick<RolePlan['hires'][number], 'start' | 'heads'>[];

function hireTables(words: PlanWords): PaperTable[] {
  const { print, plan, t, role: short, month, format, some, money } = words;
  const { plan: input, whole } = print;
  const months = Array.from({ length: input.months }, (_, i) => planMonth(input.start, i));
  const first = months[0] ?? '';
  const lineOf = (name: string, hires: Hires, cost: string | null) => ({
    name,
    before: [some(headsOf(hires.filter(({ start }) => start < first)))],
    months: months.map((one) => some(headsOf(hires.filter(({ start }) => start === one)))),
    after: [format.count(headsOf(hires)), cost === null ? '—' : money(cost)],
  });
  const each = whole.capacity.map((role, i) => ({
    ...role,
    hires: [...role.hires, ...(input.capacity[i]?.hires ?? [])],
  }));
  const rows = each.map((role) => lineOf(short(role.role), role.hires, role.hire_cost));
  const costs = whole.capacity.map((role) => role.hire_cost);
  const cost = costs.includes(null)
    ? null
    : String(costs.reduce((sum, one) => sum + Number(one), 0));
  const all = each.flatMap((role) => role.hires);
  const heads = {
    name: plan('capacity.role'),
    before: [t('pdf.beforePlan')],
    months: months.map(month),
    after: [t('total'), t('pdf.cost')],
  };
  const sum = { ...lineOf(t('total'), all, cost), isSum: true };
  return monthTables(heads, rows.length > 1 ? [...rows, sum] : rows, t('pdf.hires'));
}

function headsOf(hires: Hires): number {
  return hires.reduce((sum, { heads }) => sum + heads, 0);
}
