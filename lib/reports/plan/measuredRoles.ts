import { addMonths, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { convertAmount, sumMoney } from '#lib/bowtie/money.ts';
import { headPace } from '#lib/bowtie/plan/headPace.ts';
import type { PlanRole } from '#lib/bowtie/plan/planTypes.ts';
import { latestRate, rateTable } from '#lib/bowtie/rateTable.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Cost } from '#lib/store/costs.ts';
import { countRoleMonths, type RoleMonthRow } from '#lib/store/countRoleMonths.ts';
import { fxRates } from '#lib/store/fxRates.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { listCosts } from '#lib/store/listCosts.ts';
import type { Note } from './fillSegment.ts';
import type { PlanFacts } from './planFacts.ts';
import { planScope } from './planScope.ts';

/** The stages that a role works on, the one furthest on first. */
const WORKS_ON: Readonly<Record<string, readonly LadderStage[]>> = {
  MDR: ['sql', 'mql'],
  SDR: ['sql', 'mql'],
  ADR: ['sql', 'mql'],
  AE: ['sal', 'sql'],
  KA: ['sal', 'sql'],
  ONB: ['onboarded'],
  CSM: ['onboarded'],
};
const ASSUMED = { source: 'assumed' as const, base: null, n: null };
/** How many entries of a role make a stage its own. */
const ENOUGH = 20;
/** Nobody measures a ramp by accident: months at 0, a half, then all. */
const RAMP = [0, 0.5];
const MONTHS = 12;

/** Roles with what a head has handled, how many there are, and what one costs a year. */
export async function measuredRoles(tx: Tx, facts: PlanFacts, note: Note): Promise<MeasuredRole[]> {
  const { org, today, asOf } = facts;
  const end = `${today.slice(0, 8)}01`;
  const cuts = Array.from({ length: MONTHS + 1 }, (_, i) =>
    startOfLocalDay(addMonths(end, i - MONTHS), org.timeZone),
  );
  const counted = await countRoleMonths(tx, planScope(org, asOf, org.stages), cuts);
  const rows = counted.filter(({ group }) => group === null);
  const parts = counted.filter(({ group }) => group !== null);
  const costs = await inReporting(tx, facts, await listCosts(tx, addMonths(end, -MONTHS), end));
  return Object.entries(WORKS_ON).flatMap(([role, stages]) => {
    const own = rows.filter((row) => row.role === role);
    const stage = stages.find((one) => entriesOf(own, one) >= ENOUGH);
    if (stage === undefined) return [];
    const segments = segmentsOf(parts, role, stage);
    return [{ ...roleOf({ role, stage, own, costs, note }), segments }];
  });
}

/** Nobody measures what is decided for the future. */
type MeasuredRole = Omit<PlanRole, 'hires'>;
type Own = {
  role: string;
  stage: LadderStage;
  own: readonly RoleMonthRow[];
  costs: readonly Cost[];
  note: Note;
};

function roleOf({ role, stage, own, costs, note }: Own): MeasuredRole {
  const months = Array.from({ length: MONTHS }, (_, bucket) => {
    const row = own.find((one) => one.bucket === bucket && one.stage === stage);
    return { entries: row?.entries ?? 0, heads: row?.heads ?? 0 };
  });
  const recent = own.filter(({ bucket }) => bucket >= MONTHS - 3);
  const heads = Math.max(0, ...recent.map((row) => row.heads));
  const paid = costs.filter(({ kind, name }) => kind === 'role' && name === role);
  const headMonths = months.reduce((sum, month) => sum + month.heads, 0);
  // Whoever owns anything in a month is paid for it, at whichever stage.
  const paidMonths = months.reduce((sum, _, bucket) => {
    return sum + Math.max(0, ...own.filter((row) => row.bucket === bucket).map((row) => row.heads));
  }, 0);
  const monthly = ratio(Number(sumMoney(paid.map(({ amount }) => amount))), paidMonths);
  const per_month = headPace(months) ?? 0;
  const base = entriesOf(own, stage);
  const measured = { source: 'organization' as const, maturity: null, about: null };
  note(`capacity.${role}.per_month`, { ...measured, value: per_month, base, n: headMonths });
  note(`capacity.${role}.heads`, { ...measured, value: heads, base: heads, n: heads });
  note(`capacity.${role}.ramp`, { ...measured, ...ASSUMED, value: RAMP });
  note(`capacity.${role}.attrition`, { ...measured, ...ASSUMED, value: 0 });
  const known = { role, stage, per_month, ramp: RAMP, heads, attrition: 0 };
  if (monthly === null || monthly === 0) return known;
  const cost = (monthly * 12).toFixed(2);
  note(`capacity.${role}.cost`, { ...measured, value: cost, base: paidMonths, n: paidMonths });
  return { ...known, cost };
}

/** Where a role does a tenth of its work or more. */
function segmentsOf(rows: readonly RoleMonthRow[], role: string, stage: LadderStage): string[] {
  const own = rows.filter((row) => row.role === role && row.stage === stage);
  const all = entriesOf(own, stage);
  const groups = [...new Set(own.flatMap(({ group }) => group ?? []))].sort();
  return groups.filter((group) => {
    const part = own.filter((row) => row.group === group);
    return 10 * entriesOf(part, stage) >= all;
  });
}

function entriesOf(rows: readonly RoleMonthRow[], stage: LadderStage): number {
  return rows.reduce((sum, row) => sum + (row.stage === stage ? row.entries : 0), 0);
}

/** Costs in the reporting currency at the rate of their month; without a rate they are left out. */
export async function inReporting(tx: Tx, { org }: PlanFacts, costs: Cost[]): Promise<Cost[]> {
  const rates = rateTable(await fxRates(tx));
  return costs.flatMap((cost) => {
    const rate =
      cost.currency === org.currency ? '1' : latestRate(rates, cost.currency, cost.month);
    return rate === null ? [] : [{ ...cost, amount: convertAmount(cost.amount, rate) }];
  });
}
