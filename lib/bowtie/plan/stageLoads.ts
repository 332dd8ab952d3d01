import type { LadderStage } from '../stages.ts';
import { advancesAfter, type Flow, flowAt } from './flow.ts';
import type { PlanRole, SegmentPlan } from './planTypes.ts';
import { rampedHeads } from './rampedHeads.ts';
import type { SegmentFlows } from './segmentFlows.ts';

/** What one stage of one segment has to handle in each month of the plan. */
export type StageLoad = { stage: LadderStage; segment: string; months: number[] };

/**
 * What every stage of every segment has to handle in each month: wins, required entries, and
 * customers that go live. `shown`: the rounded plan, whose counts then are the load.
 * Source: definitions, section 8 (7).
 * @example
 * stageLoads([], 2) // => []
 */
export function stageLoads(
  flows: readonly SegmentFlows[],
  months: number,
  shown: readonly SegmentPlan[] = [],
): StageLoad[] {
  return flows.flatMap(({ segment, chain, won, entries }, i): StageLoad[] => {
    const own = shown[i];
    const of = (stage: LadderStage, flow: Flow | undefined): StageLoad => {
      const each = Array.from({ length: months }, (_, m) => {
        const month = own?.months[m];
        const count = stage === 'won' ? month?.wins : month?.entries[stage];
        return count ?? (flow === undefined ? 0 : flowAt(flow, m));
      });
      return { stage, segment: segment.key, months: each };
    };
    const live = segment.conversions['won>onboarded'];
    const lags = segment.lags['won>onboarded'];
    const loads = [of('won', won), ...chain.map(({ stage }) => of(stage, entries.get(stage)))];
    return live === undefined ? loads : [...loads, of('onboarded', advancesAfter(won, live, lags))];
  });
}

/** Whether a role works on a segment. */
function covers(role: PlanRole, { stage, segment }: StageLoad): boolean {
  return role.stage === stage && (role.segments === undefined || role.segments.includes(segment));
}

/**
 * What the heads of a role that are there in a month of a plan can handle.
 * @example
 * capacityAt({ heads: 2, attrition: 0, per_month: 20 }, '2027-01-01', 3) // => 40
 */
export function capacityAt(
  role: Pick<PlanRole, 'heads' | 'attrition' | 'per_month' | 'hires'> & { ramp?: PlanRole['ramp'] },
  start: string,
  month: number,
): number {
  return rampedHeads(role, start, month) * role.per_month;
}

/**
 * How much of a load falls to each role, by month: the roles that work on a segment share it by
 * what they can handle, evenly where none can. Loads of a segment that no role works on fall to
 * nobody. Returns per role, then per load, then per month. Source: definitions, section 8 (7).
 * @example
 * const role = { role: 'AE', stage: 'sal', per_month: 3, ramp: [], heads: 1, attrition: 0 };
 * const loads = [{ stage: 'sal', segment: 'all', months: [8] }];
 * roleShares([role, { ...role, role: 'KA', per_month: 1 }], loads, '2027-01-01') // => [[[6]], [[2]]]
 */
export function roleShares(
  roles: readonly PlanRole[],
  loads: readonly StageLoad[],
  start: string,
): number[][][] {
  const peersOf = new Map(loads.map((load) => [load, roles.filter((role) => covers(role, load))]));
  const capacity = new Map(
    roles.map((role) => [role, longest(loads).map((_, m) => capacityAt(role, start, m))]),
  );
  const at = (role: PlanRole, m: number) => capacity.get(role)?.[m] ?? 0;
  return roles.map((role) =>
    loads.map((load) => {
      const peers = peersOf.get(load) ?? [];
      if (!peers.includes(role)) return load.months.map(() => 0);
      return load.months.map((count, m) => {
        const all = peers.reduce((sum, peer) => sum + at(peer, m), 0);
        return count * (all > 0 ? at(role, m) / all : 1 / peers.length);
      });
    }),
  );
}

function longest(loads: readonly StageLoad[]): readonly number[] {
  return loads[0]?.months ?? [];
}
