import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { addDays, type Day } from '#lib/bowtie/localDay.ts';
import { type MoveSum, periodsOfMoves } from '#lib/bowtie/periodsOfMoves.ts';
import { lapsedBefore, type RenewalTotals } from '#lib/bowtie/renewals.ts';
import { type RetentionSums, retentionOf } from '#lib/bowtie/retention.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { RevenueScope } from '#lib/store/revenueScope.ts';
import { sumArrBases, sumArrMoves } from '#lib/store/sumArr.ts';
import { countTermGroups, sumRenewals } from '#lib/store/sumTerms.ts';
import type { Revenue, RevenueSums } from './revenue.ts';
import { NO_RENEWALS } from './revenueOfFacts.ts';

/**
 * What the question is to the derived steps; null where they do not answer it exactly: classes of
 * an account within several values or dimensions, pods, and gaps that are bridged.
 */
export function stepScope(
  org: Pick<Org, 'renewalGraceDays'>,
  { by, where }: Pick<BowtieQuery, 'by' | 'where'>,
): RevenueScope | null {
  const filtered = DIMENSIONS.filter((dimension) => where[dimension] !== undefined);
  const [dimension] = filtered;
  if (org.renewalGraceDays > 0 || filtered.length > 1) return null;
  if (by === 'pod' || dimension === 'pod') return null;
  if (dimension === undefined) return { by, only: null };
  const [value, ...others] = where[dimension] ?? [];
  if (value === undefined || others.length > 0) return null;
  return by === null || by === dimension ? { by, only: { dimension, value } } : null;
}

/** Revenue as sums over derived steps; changes after the day of `as_of` do not happen. */
export function revenueOfSteps(tx: Tx, scope: RevenueScope, asOfDay: Day): Revenue {
  const known = (day: Day): Day => (day <= asOfDay ? day : addDays(asOfDay, 1));
  const whole: RevenueScope = { ...scope, by: null };
  return {
    asOfDay,
    hasContracts: true,
    sums: async (range, periods) => {
      const ask = async (part: RevenueScope) => {
        const cuts = [periods[0]?.from ?? range.from, ...periods.map(({ to }) => to)];
        const moves = await sumArrMoves(tx, part, cuts, known(cuts.at(-1) ?? range.to));
        const bases = await sumArrBases(tx, part, known(range.from), known(range.to));
        const terms = await countTermGroups(tx, part, range, asOfDay);
        return { moves, bases, terms, count: periods.length };
      };
      const total = await ask(whole);
      const parts = scope.by === null ? null : await ask(scope);
      return {
        total: toSums(total, ''),
        groups: new Map(parts?.terms.map(({ group }) => [group, toSums(parts, group)])),
      };
    },
    renewals: async (range) => {
      const ask = async (part: RevenueScope) => sumRenewals(tx, part, range, lapsedBefore(asOfDay));
      const [total] = await ask(whole);
      const parts = scope.by === null ? [] : await ask(scope);
      return {
        total: toRenewals(total),
        groups: new Map(parts.map((one) => [one.group, toRenewals(one)])),
      };
    },
  };
}

type Told = {
  moves: readonly (MoveSum & { group: string })[];
  bases: readonly (RetentionSums & { group: string })[];
  terms: readonly { group: string; unconverted: number }[];
  count: number;
};

const NO_BASE: RetentionSums = { base: 0n, net: 0n, kept: 0n, units: 0, unitsKept: 0 };

function toSums({ moves, bases, terms, count }: Told, group: string): RevenueSums {
  const own = moves.filter((one) => one.group === group);
  const base = bases.find((one) => one.group === group) ?? NO_BASE;
  return {
    periods: periodsOfMoves(own, count),
    retention: retentionOf(base),
    unconverted: terms.find((one) => one.group === group)?.unconverted ?? 0,
  };
}

type DueSums = Omit<RenewalTotals, 'open'>;

function toRenewals(sums: DueSums | undefined): RenewalTotals {
  if (sums === undefined) return NO_RENEWALS;
  const { due, renewed, churned, dueArr, retainedArr, upliftArr } = sums;
  const open = due - renewed - churned;
  return { due, renewed, churned, open, dueArr, retainedArr, upliftArr };
}
