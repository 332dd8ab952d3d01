import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { PlanInput, PlanResult, PlanRole } from '#lib/bowtie/plan/planTypes.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import type { InputLine } from './inputLines.ts';
import { isAt, type Override } from './overrides.ts';
import { rampMonths } from './setRole.ts';

/** A role of the plan with its inputs, and what the plan asks of it. */
export type RoleLine = {
  role: PlanRole;
  /** It is none of those that were measured or saved. */
  added: boolean;
  lines: InputLine[];
  paths: string[];
  /** Heads needed in the busiest month; null where a head handles nothing. */
  peak: number | null;
  short: boolean;
};

type Known = { assumptions: readonly Assumption[]; overrides: readonly Override[] };
type Asked = Known & { input: PlanInput; base: PlanInput; result: PlanResult };

const MOST = 1e6;
const MOST_RAMP = 36;
const FIELDS = [
  ['heads', 'count', MOST],
  ['per_month', 'count', MOST],
  ['ramp', 'count', MOST_RAMP],
  ['attrition', 'share', 1],
  ['cost', 'money', 1e9],
] as const;

/** Every role of the plan, line by line. */
export function roleLines({ input, base, result, ...known }: Asked): RoleLine[] {
  return input.capacity.map((role, i) => {
    const months = result.capacity[i]?.months ?? [];
    const needed = months.map(({ heads_needed }) => heads_needed);
    return {
      role,
      added: !base.capacity.some((one) => one.role === role.role),
      lines: FIELDS.map(([field, kind, most]) => lineOf(role, i, { field, kind, most }, known)),
      paths: [`capacity.${i}.per_month`, `capacity.${i}.heads`],
      peak: needed.includes(null) ? null : Math.max(0, ...needed.map((one) => one ?? 0)),
      short: months.some(({ binds }) => binds === 'capacity'),
    };
  });
}

type Field = { field: (typeof FIELDS)[number][0]; kind: InputLine['kind']; most: number };

function lineOf(
  role: PlanRole,
  i: number,
  { field, kind, most }: Field,
  { assumptions, overrides }: Known,
): InputLine {
  const values = { ...role, ramp: rampMonths(role), cost: Number(role.cost ?? 0) };
  return {
    ...{ field, kind, most, value: values[field] },
    name: { key: `planInputs.people.${field}` },
    about: `role_${field}`,
    path: `capacity.${i}.${field}`,
    assumption: assumptions.find(({ path }) => path === `capacity.${role.role}.${field}`) ?? null,
    isSet: overrides.some((one) => isAt(one, { of: 'r', key: role.role, field })),
  };
}

/** Roles that were measured or saved and that a reader took out. */
export function goneRoles(base: PlanInput, input: PlanInput): string[] {
  const left = new Set(input.capacity.map(({ role }) => role));
  return base.capacity.map(({ role }) => role).filter((role) => !left.has(role));
}

const BEFORE = 6;

/** Months in which somebody can start: half a year before the plan, and all of it. */
export function hireMonths({ start, months }: Pick<PlanInput, 'start' | 'months'>): string[] {
  return Array.from({ length: BEFORE + months }, (_, i) => planMonth(start, i - BEFORE));
}
