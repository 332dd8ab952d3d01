import { type ArrSpan, arrSpans } from './arrSpans.ts';
import { type ArrStep, arrSteps } from './arrSteps.ts';
import type { DimensionValues } from './dimensions.ts';
import type { Day } from './localDay.ts';
import { coveredUntil, coversAny, type LoopContract } from './loopContracts.ts';
import { successions } from './renewals.ts';

/** The dimensions that a contract has of its own: an account can lie in several groups of them. */
export const OWN_UNITS = ['segment', 'product', 'motion'] as const;
export type OwnUnit = (typeof OWN_UNITS)[number];
/** The dimensions of which an account has one value. */
export const ACCOUNT_UNITS = ['channel', 'owner', 'region'] as const;
export type AccountUnit = (typeof ACCOUNT_UNITS)[number];

/** The steps of an account, or of an account within one group where it lies in several. */
export type ArrUnit = {
  unit: 'total' | OwnUnit;
  /** The group; empty for the whole account. */
  value: string;
  /** The one group that holds all of the unit; null where several do. */
  groups: Record<OwnUnit, string | null>;
  steps: readonly ArrStep[];
};

/** A contract with what became of it. */
export type ContractTerm = {
  source: string;
  contractId: string;
  startsOn: Day;
  /** The first day that it no longer covers. */
  until: Day | null;
  endsOn: Day | null;
  covers: boolean;
  arr: bigint | null;
  renewed: boolean;
  successorOn: Day | null;
  successorArr: bigint | null;
  dimensions: DimensionValues;
};

export type AccountRevenue = {
  accountId: string;
  dimensions: Pick<DimensionValues, AccountUnit>;
  units: readonly ArrUnit[];
  terms: readonly ContractTerm[];
};

/** No change of a contract lies behind this day. */
const LAST_DAY = '9999-12-31';
const NO_GROUPS = { segment: null, product: null, motion: null };

function unitsOf(spans: readonly ArrSpan[]): ArrUnit[] {
  if (spans.length === 0) return [];
  const parts = OWN_UNITS.map(
    (unit) => [unit, Map.groupBy(spans, (span) => span.dimensions[unit])] as const,
  );
  const groups: Record<OwnUnit, string | null> = { ...NO_GROUPS };
  const within: ArrUnit[] = [];
  for (const [unit, byValue] of parts) {
    for (const [value, own] of byValue) {
      if (byValue.size === 1) groups[unit] = value;
      else
        within.push({ unit, value, groups: { ...NO_GROUPS, [unit]: value }, steps: arrSteps(own) });
    }
  }
  return [{ unit: 'total', value: '', groups, steps: arrSteps(spans) }, ...within];
}

function termsOf(contracts: readonly LoopContract[]): ContractTerm[] {
  const found = new Map(successions(contracts).map((one) => [one.contract, one.successor]));
  return contracts.map((contract) => {
    const { source, contractId, startsOn, endsOn, arr, dimensions } = contract;
    const successor = found.get(contract) ?? null;
    return {
      ...{ source, contractId, startsOn, endsOn, arr, dimensions },
      until: coveredUntil(contract),
      covers: coversAny(contract),
      renewed: successor !== null,
      successorOn: successor?.startsOn ?? null,
      successorArr: successor?.arr ?? null,
    };
  });
}

/**
 * All that the loop needs of one account's contracts: the steps of the whole account, those of the
 * account within each segment, product and motion where it lies in several, and what became of
 * every contract; null without a contract.
 *
 * Without grace days what is known at the end of a day are the steps up to that day, so that one
 * list answers every `as_of`; with grace days a gap counts only once it has lasted, and the spans
 * must be made anew. Source: definitions, section 7.
 * @example
 * const bare = { source: 'x', accountId: 'a', cancelledOn: null, product: null };
 * const inside = (product) => ({ segment: 'mid', product, motion: 'unknown' });
 * const old = { ...bare, startsOn: '2025-01-01', endsOn: '2026-01-01', arr: 100n };
 * const next = { ...bare, startsOn: '2026-01-01', endsOn: null, arr: 130n };
 * const told = accountRevenue([{ ...old, contractId: '1', dimensions: inside('pro') },
 *   { ...next, contractId: '2', dimensions: inside('max') }]);
 * told.units.map(({ unit, value, groups }) => [unit, value, groups.segment])
 * // => [['total', '', 'mid'], ['product', 'pro', null], ['product', 'max', null]]
 * told.units[0].steps.map(({ arr }) => arr) // => [100n, 130n]
 * told.terms.map(({ renewed, successorArr }) => [renewed, successorArr])
 * // => [[true, 130n], [false, null]]
 */
export function accountRevenue(contracts: readonly LoopContract[]): AccountRevenue | null {
  const [first] = contracts;
  if (first === undefined) return null;
  const { channel, owner, region } = first.dimensions;
  const spans = arrSpans(contracts, { asOfDay: LAST_DAY, graceDays: 0 });
  return {
    accountId: first.accountId,
    dimensions: { channel, owner, region },
    units: unitsOf(spans.filter(({ arr }) => arr > 0n)),
    terms: termsOf(contracts),
  };
}
