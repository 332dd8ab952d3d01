import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import {
  DEPARTMENTS,
  type Department,
  type PlanInput,
  type PlanResult,
} from '#lib/bowtie/plan/planTypes.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { openingOf } from './planState.ts';

/** The roles whose people make up a department, as people files write them. */
const ROLES: Record<Department, readonly string[]> = {
  Marketing: ['MARKETING', 'MKT', 'DEMAND', 'BDM'],
  SDR: ['SDR', 'MDR', 'ADR', 'BDR', 'LDR'],
  AE: ['AE', 'KA', 'SALES', 'AM-NEW'],
  ONB: ['ONB', 'ONBOARDING', 'IMPLEMENTATION'],
  CSM: ['CSM', 'AM', 'SUCCESS'],
};

export type SheetLine = {
  stage: LadderStage;
  locked: number;
  months: number[];
  later: number;
  total: number;
};
/** Why so many: a step of the chain from the money to the department's first stage. */
export type ChainLink = { stage: LadderStage; count: number; rate: number | null };

export type DepartmentSheet = {
  department: Department;
  people: string[];
  months: string[];
  lines: SheetLine[];
  why: ChainLink[];
  /** Of success: the ARR that today's customers must come to at the end of each month. */
  keep: { opening: number; months: number[]; end: number } | null;
};

export function isDepartment(text: string | null): text is Department {
  return DEPARTMENTS.some((one) => one === text);
}

export function isRoleOf(department: Department, role: string): boolean {
  return ROLES[department].includes(role.toUpperCase().trim());
}

/** What one department has to bring and why, on one page. */
export function departmentSheet(
  department: Department,
  { input, result, people }: { input: PlanInput; result: PlanResult; people: readonly Person[] },
): DepartmentSheet {
  const own = result.departments.filter((one) => one.department === department);
  const lines = own.flatMap(({ stages, locked, months, later, total }) =>
    stages.map((stage) => ({
      stage,
      locked,
      later,
      total,
      months: months.map((one) => one.value),
    })),
  );
  const named = people.filter(({ role }) => isRoleOf(department, role));
  return {
    department,
    people: named.map(({ name }) => name),
    months: Array.from({ length: input.months }, (_, i) => planMonth(input.start, i)),
    lines,
    why: whyOf(result, lines),
    keep: department === 'CSM' ? keepOf(input) : null,
  };
}

type Person = { name: string; role: string };

function whyOf(result: PlanResult, lines: readonly SheetLine[]): ChainLink[] {
  const totals = new Map(
    result.departments.flatMap(({ stages, total }) =>
      stages.map((stage) => [stage, total] as const),
    ),
  );
  const places = lines.map(({ stage }) => LADDER.indexOf(stage));
  const won = LADDER.indexOf('won');
  const from = Math.min(won, ...places);
  const to = Math.max(won, ...places);
  const known = LADDER.slice(from, to + 1).filter((stage) => totals.has(stage));
  const links = known.map((stage, i) => {
    const next = known[i + 1];
    const count = totals.get(stage) ?? 0;
    return { stage, count, rate: next === undefined ? null : ratio(totals.get(next) ?? 0, count) };
  });
  return links.reverse();
}

/** In even steps from what is there to what retention leaves of it. */
function keepOf({ segments, months }: PlanInput): NonNullable<DepartmentSheet['keep']> {
  const opening = openingOf({ segments });
  const end = Number(retainedArr(segments));
  const step = (end - opening) / months;
  return {
    opening,
    end,
    months: Array.from({ length: months }, (_, m) => opening + step * (m + 1)),
  };
}
