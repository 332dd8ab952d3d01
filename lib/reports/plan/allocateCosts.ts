import { ratio } from '#lib/bowtie/ratio.ts';
import type { Cost } from '#lib/store/costs.ts';

/** How much of its work a role or channel did in each tier. */
export type Work = { kind: string; name: string; segment: string; entries: number };

/** The part of one cost that falls to one tier. */
export type CostPart = {
  kind: string;
  name: string;
  segment: string | null;
  amount: number;
  /** To serve customers, not to win them. */
  serves: boolean;
};

const SERVE = new Set(['ONB', 'CSM', 'AM']);

/**
 * Costs by tier, in proportion to the work that each role and channel did there: entries that its
 * people owned, entries that came from it. What did nothing anywhere falls to no tier (null).
 */
export function allocateCosts(costs: readonly Cost[], work: readonly Work[]): CostPart[] {
  const byName = Map.groupBy(costs, ({ kind, name }) => JSON.stringify([kind, name]));
  return [...byName.values()].flatMap((own): CostPart[] => {
    const { kind = '', name = '' } = own[0] ?? {};
    const amount = own.reduce((sum, cost) => sum + Number(cost.amount), 0);
    const serves = kind === 'role' && SERVE.has(name);
    const done = work.filter((one) => one.kind === kind && one.name === name);
    const all = done.reduce((sum, { entries }) => sum + entries, 0);
    if (all === 0) return [{ kind, name, segment: null, amount, serves }];
    const segments = Map.groupBy(done, ({ segment }) => segment);
    return [...segments].map(([segment, parts]) => {
      const entries = parts.reduce((sum, one) => sum + one.entries, 0);
      return { kind, name, segment, amount: amount * (ratio(entries, all) ?? 0), serves };
    });
  });
}
