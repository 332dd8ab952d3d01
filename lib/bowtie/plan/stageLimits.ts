import { LADDER } from '../stages.ts';
import type { PlanInput } from './planTypes.ts';
import { flowTotal, type SegmentFlows } from './segmentFlows.ts';
import { capacityAt, roleShares, stageLoads } from './stageLoads.ts';

/** How much of one stage of one segment the heads who are there can handle, in shares of it. */
export type StageLimit = {
  /** What no head limits: the locked part. */
  free: number;
  /** Load and capacity of each month and role. */
  months: { load: number; capacity: number }[];
  /** Up to this many times the planned load nothing binds. */
  slack: number;
};

/** By segment, then by stage; a stage without a role has no limit. */
export type StageLimits = ReadonlyMap<string, ReadonlyMap<string, StageLimit>>;

/**
 * The limits that the heads who are there or are decided set to every stage up to the win.
 *
 * A role's capacity of a month goes to its segments in proportion to their load.
 * Source: definitions, section 8 (7).
 * @example
 * stageLimits([], { start: '2027-01-01', months: 12, capacity: [] }).size // => 0
 */
export function stageLimits(flows: readonly SegmentFlows[], plan: Staffing): StageLimits {
  const loads = stageLoads(flows, plan.months);
  const shares = roleShares(plan.capacity, loads, plan.start);
  return new Map(
    flows.map((one) => {
      const limits = new Map<string, StageLimit>();
      loads.forEach(({ stage, segment }, place) => {
        if (segment !== one.segment.key || LADDER.indexOf(stage) > LADDER.indexOf('won')) return;
        const limit = limitOf(one, stage, (r, m) => partOf(shares, r, place, m), plan);
        if (limit !== null) limits.set(stage, limit);
      });
      return [one.segment.key, limits] as const;
    }),
  );
}

type Staffing = Pick<PlanInput, 'start' | 'months' | 'capacity'>;
type Part = { load: number; share: number };

function limitOf(
  one: SegmentFlows,
  stage: string,
  part: (role: number, month: number) => Part,
  { start, months, capacity: roles }: Staffing,
): StageLimit | null {
  const flow = stage === 'won' ? one.won : one.entries.get(stage);
  const total = flow === undefined ? 0 : flowTotal(flow);
  if (total === 0) return null;
  const limit: StageLimit = { free: 1, months: [], slack: Number.POSITIVE_INFINITY };
  roles.forEach((role, r) => {
    for (let m = 0; m < months; m += 1) {
      const { load, share } = part(r, m);
      if (load === 0) continue;
      const capacity = capacityAt(role, start, m) * share;
      limit.free -= load / total;
      limit.slack = Math.min(limit.slack, capacity / load);
      limit.months.push({ load: load / total, capacity: capacity / total });
    }
  });
  return limit.months.length === 0 ? null : limit;
}

/** The load of a role at one place, and the share of the role's whole load in that month. */
function partOf(shares: readonly number[][][], role: number, place: number, month: number): Part {
  const load = shares[role]?.[place]?.[month] ?? 0;
  const all = (shares[role] ?? []).reduce((sum, months) => sum + (months[month] ?? 0), 0);
  return { load, share: all === 0 ? 0 : load / all };
}

/**
 * What gets through a stage when `factor` times the planned entries come: month by month never more
 * than its heads can handle. Without a limit everything does.
 * @example
 * const limit = { free: 0, months: [{ load: 0.5, capacity: 0.25 }, { load: 0.5, capacity: 1 }] };
 * servedShare({ ...limit, slack: 0.5 }, 1) // => 0.75
 * servedShare(undefined, 1.2) // => 1.2
 */
export function servedShare(limit: StageLimit | undefined, factor: number): number {
  if (limit === undefined || factor <= limit.slack + 1e-12) return factor;
  return limit.months.reduce((sum, { load, capacity }) => {
    return sum + Math.min(load * factor, capacity);
  }, limit.free * factor);
}
