import type { PlanInput, PlannedHire, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { applyOverrides } from './overrides.ts';
import type { LeverRow } from './rankLevers.ts';

/** More people of a role, each batch with the month of its first day. */
export type Hire = { role: string; heads: number; batches: readonly PlannedHire[] };

/** A plan in which one rate is what it could be. */
export function fixedInput(input: PlanInput, { segment, what, target }: LeverRow): PlanInput {
  if (target === null) return input;
  return applyOverrides(input, [{ of: 's', key: segment, field: what, value: target }]);
}

/** Whom the plan asks for beyond those who are decided, the role with most of them first. */
export function namedHires({ capacity }: Pick<PlanResult, 'capacity'>): Hire[] {
  const byRole = Map.groupBy(capacity, ({ role }) => role);
  return [...byRole]
    .map(([role, own]) => {
      const batches = own.flatMap(({ hires }) =>
        hires.map(({ start, heads }) => ({ start, heads })),
      );
      return { role, batches, heads: batches.reduce((sum, { heads }) => sum + heads, 0) };
    })
    .filter(({ heads }) => heads > 0)
    .sort((a, b) => b.heads - a.heads);
}

/** A plan in which these hires are decided, dated and ramped as the plan names them. */
export function hiredInput(input: PlanInput, hires: readonly Hire[]): PlanInput {
  const capacity = input.capacity.map((one) => {
    const more = hires.find(({ role }) => role === one.role)?.batches ?? [];
    return more.length === 0 ? one : { ...one, hires: [...(one.hires ?? []), ...more] };
  });
  return { ...input, capacity };
}

/** The name, and where it is taken a number after it. */
export function freeName(name: string, taken: readonly string[], most: number): string {
  const same = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase());
  const short = name.slice(0, most);
  if (!same(short)) return short;
  for (let i = 2; ; i += 1) {
    const end = ` ${i}`;
    const next = `${name.slice(0, most - end.length).trimEnd()}${end}`;
    if (!same(next)) return next;
  }
}
