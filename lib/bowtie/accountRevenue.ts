import { type ArrSpan, arrSpans } from './arrSpans.ts';
import { type ArrStep, arrUnits } from './arrSteps.ts';
import type { DimensionValues } from './dimensions.ts';
import type { Day } from './localDay.ts';
import { coveredUntil, coversAny, type LoopContract } from './loopContracts.ts';
import { type ArrMovement, arrChanges } from './loopMovements.ts';
import { successions } from './renewals.ts';

/** The dimensions that a contract has of its own: an account can lie in several groups of them. */
export const OWN_UNITS = ['segment', 'product', 'motion'] as const;
export type ArrUnit = 'total' | (typeof OWN_UNITS)[number];

/** A step of an account, or of an account within a group, until its next step. Cents. */
export type ArrDay = {
  unit: ArrUnit;
  /** The group; empty for the whole account. */
  value: string;
  day: Day;
  /** The day of the next step; null where there is none. */
  until: Day | null;
  movement: ArrMovement;
  amount: bigint;
  arr: bigint;
};

/** A contract with what became of it. */
export type ContractTerm = {
  contract: LoopContract;
  until: Day | null;
  covers: boolean;
  renewed: boolean;
  successorArr: bigint | null;
};

/** No change of a contract lies behind this day. */
const LAST_DAY = '9999-12-31';

function daysOf(unit: ArrUnit, value: string, steps: readonly ArrStep[]): ArrDay[] {
  return arrChanges(steps).map((change, at) => ({
    ...{ unit, value, ...change },
    until: steps[at + 1]?.day ?? null,
    arr: steps[at]?.arr ?? 0n,
  }));
}

/**
 * All that the loop needs of one account's contracts: the steps of the whole account and of the
 * account within each segment, product and motion, and what became of every contract.
 *
 * Without grace days what is known at the end of a day are the steps up to that day, so that one
 * list answers every `as_of`; with grace days a gap counts only once it has lasted, and the spans
 * must be made anew. Source: definitions, section 7.
 * @example
 * const bare = { source: 'x', accountId: 'a', cancelledOn: null, product: null };
 * const dimensions = { segment: 'mid', product: 'pro', motion: 'unknown' };
 * const old = { ...bare, dimensions, startsOn: '2025-01-01', endsOn: '2026-01-01', arr: 100n };
 * const next = { ...bare, dimensions, startsOn: '2026-01-01', endsOn: null, arr: 130n };
 * const told = accountRevenue([{ ...old, contractId: '1' }, { ...next, contractId: '2' }]);
 * told.days.filter(({ unit }) => unit === 'segment').map((one) => [one.day, one.movement, one.arr])
 * // => [['2025-01-01', 'new', 100n], ['2026-01-01', 'expansion', 130n]]
 * told.terms.map(({ renewed, successorArr }) => [renewed, successorArr])
 * // => [[true, 130n], [false, null]]
 */
export function accountRevenue(contracts: readonly LoopContract[]): {
  days: ArrDay[];
  terms: ContractTerm[];
} {
  const spans = arrSpans(contracts, { asOfDay: LAST_DAY, graceDays: 0 });
  const within = (unit: keyof DimensionValues & ArrUnit) =>
    arrUnits(spans, (span: ArrSpan) => span.dimensions[unit]).flatMap(([value, steps]) =>
      daysOf(unit, value, steps),
    );
  const whole = arrUnits(spans).flatMap(([, steps]) => daysOf('total', '', steps));
  const found = new Map(successions(contracts).map((one) => [one.contract, one.successor]));
  const terms = contracts.map((contract) => {
    const successor = found.get(contract) ?? null;
    return {
      contract,
      until: coveredUntil(contract),
      covers: coversAny(contract),
      renewed: successor !== null,
      successorArr: successor?.arr ?? null,
    };
  });
  return { days: [...whole, ...OWN_UNITS.flatMap(within)], terms };
}
