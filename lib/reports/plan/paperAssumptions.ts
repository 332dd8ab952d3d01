import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import type { MeasuredPlan } from './planDefaultsOf.ts';

/**
 * Where the inputs of a plan come from: those that were filled in, and those that were sent along
 * but are what the organization's own data says. The page sends all of them back.
 */
export function paperAssumptions(
  plan: PlanInput,
  filled: readonly Assumption[],
  { data, assumptions }: MeasuredPlan,
): Assumption[] {
  const said = new Set(filled.map(({ path }) => path));
  const own = assumptions.flatMap((one) => {
    const path = pathIn(plan, one.path, data.segments);
    if (
      path === null ||
      said.has(path) ||
      !isSame(valueAt(plan, path) ?? unstated(path), one.value)
    )
      return [];
    return [{ ...one, path }];
  });
  return [...filled, ...own];
}

/** The same input in another plan: tiers by their key, as their order may differ. */
function pathIn(
  plan: PlanInput,
  path: string,
  measured: MeasuredPlan['data']['segments'],
): string | null {
  const [list, place, ...rest] = path.split('.');
  if (list !== 'segments' || place === undefined) return path;
  const key = measured[Number(place)]?.key;
  const own = plan.segments.findIndex((one) => one.key === key);
  return own === -1 ? null : ['segments', own, ...rest].join('.');
}

function valueAt(plan: PlanInput, path: string): unknown {
  const [list, place, ...rest] = path.split('.');
  if (place === undefined) return plan.segments.map(({ key }) => key);
  const start: unknown =
    list === 'segments'
      ? plan.segments[Number(place)]
      : plan.capacity.find(({ role }) => role === place);
  return rest.reduce<unknown>((found, name) => {
    return typeof found === 'object' && found !== null
      ? (found as Record<string, unknown>)[name]
      : undefined;
  }, start);
}

/** A lag that is not stated is none: all in the same month. */
function unstated(path: string): unknown {
  return path.includes('.lags.') ? [1] : undefined;
}

/** Money is compared as numbers: 50000 and 50000.00 are one price. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return false;
  if (typeof a === 'object' || typeof b === 'object')
    return JSON.stringify(a) === JSON.stringify(b);
  return a === b || Number(a) === Number(b);
}
