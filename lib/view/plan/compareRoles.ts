import { paidMonths } from '#lib/bowtie/plan/rampedHeads.ts';
import type { ScenarioLine } from './scenarioInput.ts';

/** Who is there when the plan starts, and all whom it hires. */
export function roleHeads({ input, result }: ScenarioLine, role: string): number | null {
  const own = input.capacity.filter((one) => one.role === role);
  if (own.length === 0) return null;
  const hired = result.capacity
    .filter((one) => one.role === role)
    .flatMap(({ hires }) => hires.map(({ heads }) => heads));
  const decided = own.flatMap(({ hires = [] }) => hires.map(({ heads }) => heads));
  return [...own.map(({ heads }) => heads), ...decided, ...hired].reduce(
    (sum, one) => sum + one,
    0,
  );
}

/** Those who are there and hires that are decided, or also those whom the plan names beyond. */
type Who = 'decided' | 'all';

/** What a role costs in the plan: who is there for all of it, hires from their first month on. */
export function roleCost({ input, result }: ScenarioLine, role: string, who: Who): number | null {
  const { start, months } = input;
  const own = input.capacity.filter((one) => one.role === role);
  if (own.length === 0 || own.some(({ cost }) => cost === undefined)) return null;
  const paid = own.reduce((sum, one) => {
    const hired = who === 'decided' ? paidMonths(one, start, months) : 0;
    return sum + ((one.heads * months + hired) * Number(one.cost)) / 12;
  }, 0);
  if (who === 'decided') return paid;
  const hires = result.capacity.filter((one) => one.role === role);
  return hires.reduce((sum, { hire_cost }) => sum + Number(hire_cost ?? 0), paid);
}

/** What all people cost in the plan; null where nobody's cost is known. */
export function peopleCost(line: ScenarioLine, who: Who): number | null {
  const roles = [...new Set(line.input.capacity.map(({ role }) => role))];
  const costs = roles.map((role) => roleCost(line, role, who)).filter((one) => one !== null);
  return costs.length === 0 ? null : costs.reduce((sum, one) => sum + one, 0);
}
