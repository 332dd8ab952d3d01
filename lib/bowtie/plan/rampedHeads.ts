import { monthsBetween } from '../localDay.ts';
import { headsLeft } from './headsLeft.ts';
import type { PlanRole } from './planTypes.ts';

type Role = Pick<PlanRole, 'heads' | 'attrition' | 'hires'> & Partial<Pick<PlanRole, 'ramp'>>;

/**
 * What hires that are decided count for in a month of the plan: each its share by months since its
 * start, and attrition hits them too. Heads, ramped. Source: definitions, section 8 (7).
 * @example
 * const role = { attrition: 0, ramp: [0, 0.5], hires: [{ start: '2027-02', heads: 2 }] };
 * [0, 1, 2, 3].map((m) => hiredHeads(role, '2027-01-01', m)) // => [0, 0, 1, 2]
 */
export function hiredHeads(role: Omit<Role, 'heads'>, start: string, month: number): number {
  return (role.hires ?? []).reduce((sum, one) => {
    const months = month - monthsBetween(start, one.start);
    if (months < 0) return sum;
    return sum + one.heads * headsLeft(role.attrition, months) * (role.ramp?.[months] ?? 1);
  }, 0);
}

/**
 * Ramped heads of a role in a month of the plan: those left of the start, and hires that are
 * decided. Source: definitions, section 8 (7).
 * @example
 * rampedHeads({ heads: 3, attrition: 0, hires: [{ start: '2027-01', heads: 1 }] }, '2027-01-01', 0) // => 4
 */
export function rampedHeads(role: Role, start: string, month: number): number {
  return role.heads * headsLeft(role.attrition, month) + hiredHeads(role, start, month);
}

/**
 * Months that hires which are decided are paid for within the plan, from their first day on.
 * @example
 * paidMonths({ hires: [{ start: '2026-11', heads: 1 }, { start: '2027-12', heads: 2 }] }, '2027-01-01', 12) // => 14
 */
export function paidMonths({ hires = [] }: Pick<PlanRole, 'hires'>, start: string, months: number) {
  return hires.reduce((sum, one) => {
    return sum + one.heads * Math.max(0, months - Math.max(0, monthsBetween(start, one.start)));
  }, 0);
}
