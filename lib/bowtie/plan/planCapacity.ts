import { Decimal } from 'decimal.js';
import { headsLeft } from './headsLeft.ts';
import { planMonth } from './planMonth.ts';
import type { PlanInput, PlanRole, RoleHire, RoleMonth, RolePlan } from './planTypes.ts';
import { paidMonths, rampedHeads } from './rampedHeads.ts';
import { capacityAt, roleShares, type StageLoad } from './stageLoads.ts';

type Span = Pick<PlanInput, 'start' | 'months'>;
/** Hires of one day: the month of their first day, and how many. */
type Batch = { start: number; needed: number; heads: number };

/**
 * What each role can handle of the load of its stage, whom to hire and when, and what binds.
 *
 * Heads needed = load / per_month, ramped heads. Capacity = (heads that are left + decided hires
 * by their ramp) x per_month. What is missing beyond is hired: a hire is dated as many months
 * before it is needed as the ramp is long, replaces who left, and counts while it ramps with its
 * share. Roles of one stage share its load by their capacity. Leaving hits hires too. Only segments
 * that a role works on count. `round`: whole heads for display. Source: definitions, section 8 (7).
 * @example
 * const role = { role: 'SDR', stage: 'sal', per_month: 20, ramp: [0, 1], heads: 1, attrition: 0 };
 * const span = { start: '2027-01-01', months: 2 };
 * const [plan] = planCapacity([role], span, [{ stage: 'sal', segment: 'all', months: [10, 30] }], false);
 * plan?.months.map((one) => one.heads_needed) // => [0.5, 1.5]
 * plan?.months.map((one) => one.done) // => [10, 20]
 * plan?.hires // => [{ start: '2027-01', needed: '2027-02', heads: 1, late: false }]
 */
export function planCapacity(
  roles: readonly PlanRole[],
  span: Span,
  loads: readonly StageLoad[],
  round: boolean,
): RolePlan[] {
  const shares = roleShares(roles, loads, span.start);
  return roles.map((role, r) => {
    const load = Array.from({ length: span.months }, (_, m) => {
      return (shares[r] ?? []).reduce((sum, months) => sum + (months[m] ?? 0), 0);
    });
    const batches = hiresOf(role, load, span.start);
    return {
      role: role.role,
      stage: role.stage,
      months: load.map((one, m) => monthOf(role, span, { load: one, m, round })),
      hires: batches.map((batch) => hireOf(batch, span)),
      hire_cost: costOf(role, batches, span),
    };
  });
}

function monthOf(
  role: PlanRole,
  span: Span,
  { load, m, round }: { load: number; m: number; round: boolean },
): RoleMonth {
  const heads = rampedHeads(role, span.start, m);
  const capacity = capacityAt(role, span.start, m);
  const exact = load === 0 ? 0 : role.per_month === 0 ? null : load / role.per_month;
  return {
    month: planMonth(span.start, m),
    load,
    capacity,
    heads_needed: exact !== null && round ? Math.ceil(exact - 1e-9) : exact,
    heads,
    done: Math.min(load, capacity),
    binds: capacity + 1e-9 * Math.max(1, load) < load ? 'capacity' : 'demand',
  };
}

/** Months until a hire is ramped. */
function rampLength({ ramp }: PlanRole): number {
  const full = ramp.findIndex((share) => share >= 1);
  return full === -1 ? ramp.length : full;
}

function hiresOf(role: PlanRole, load: readonly number[], first: string): Batch[] {
  if (role.per_month === 0) return [];
  const batches: Batch[] = [];
  const length = rampLength(role);
  load.forEach((one, m) => {
    const own = rampedHeads(role, first, m);
    const hired = batches.reduce((sum, { start, heads }) => {
      const months = m - start;
      const share = months >= length ? 1 : (role.ramp[months] ?? 1);
      return sum + heads * headsLeft(role.attrition, months) * share;
    }, 0);
    const missing = one / role.per_month - own - hired;
    if (missing <= 1e-9) return;
    const each = headsLeft(role.attrition, length);
    if (each <= 0) return;
    batches.push({ start: m - length, needed: m, heads: Math.ceil(missing / each - 1e-9) });
  });
  return batches;
}

function hireOf({ start, needed, heads }: Batch, span: Span): RoleHire {
  return {
    start: planMonth(span.start, start),
    needed: planMonth(span.start, needed),
    heads,
    late: start < 0,
  };
}

function costOf(role: PlanRole, batches: readonly Batch[], { start: first, months }: Span) {
  if (role.cost === undefined) return null;
  const paid = batches.reduce(
    (sum, { start, heads }) => {
      return sum + heads * (months - Math.max(0, start));
    },
    paidMonths(role, first, months),
  );
  return new Decimal(role.cost).times(paid).div(12).toFixed(2);
}
