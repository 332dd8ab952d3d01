import { arrSteps } from '#lib/bowtie/arrSteps.ts';
import { keptUnit } from '#lib/bowtie/keptUnit.ts';
import { addDays, type Day } from '#lib/bowtie/localDay.ts';
import { type ArrMovement, arrChanges } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { renewalTotals } from '#lib/bowtie/renewals.ts';
import { retentionOf } from '#lib/bowtie/retention.ts';
import { retentionCohorts } from '#lib/bowtie/retentionCohorts.ts';
import { retentionsOf } from '#lib/bowtie/retentionsOf.ts';
import { type UnitIndex, unitIndex } from '#lib/bowtie/unitIndex.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { MovedAccount } from '#lib/store/movedAccounts.ts';
import type { PayingAccount } from '#lib/store/payingAccounts.ts';
import {
  countUnconverted,
  filterLoop,
  groupLoop,
  type LoopPart,
  NO_LOOP,
  totalLoop,
} from './loopPart.ts';
import type { LoopFacts } from './readLoop.ts';
import type { Grouped, Revenue, RevenueSums } from './revenue.ts';

/** Revenue from the spans of contracts or events, whatever is asked. */
export function revenueOfFacts(
  facts: LoopFacts,
  { by, where }: Pick<BowtieQuery, 'by' | 'where'>,
): Revenue {
  const { asOfDay } = facts;
  const total = totalLoop(facts, where);
  const parts = by === null ? new Map<string, LoopPart>() : groupLoop(facts, where, by);
  const each = <T>(of: (part: LoopPart) => T): Grouped<T> => ({
    total: of(total),
    groups: new Map([...parts].map(([value, part]) => [value, of(part)])),
  });
  return {
    asOfDay,
    source: sourceOf(facts),
    sums: async (range, periods) => each((part) => sumPart(part, range, periods)),
    retentions: async (ranges) => each(({ units }) => retentionsOf(units, ranges)),
    cohorts: async (periods, until) => retentionCohorts(total.units, periods, until),
    renewals: async (range) =>
      each(({ successions }) => renewalTotals(successions, range, asOfDay)),
    due: async ({ from, to }) =>
      total.successions.filter(({ endsOn }) => endsOn >= from && endsOn < to),
    duePages: null,
    moved: async (movement, range) => movedAccounts(filterLoop(facts, where), movement, range),
    paying: async (range) => payingAccounts(filterLoop(facts, where), range),
    shrunk: async (since) => shrunkAccounts(facts, since),
  };
}

function sourceOf({ contracts, spans }: LoopFacts): Revenue['source'] {
  if (contracts.length > 0) return 'contracts';
  return spans.length > 0 ? 'events' : 'none';
}

function sumPart(part: LoopPart, range: DayRange, periods: readonly DayRange[]): RevenueSums {
  const index = indexOf(part.units);
  return {
    periods: periods.map((days) => index.period(days)),
    retention: retentionOf(index.retention(range)),
    unconverted: countUnconverted(part, range),
  };
}

const indexes = new WeakMap<LoopPart['units'], UnitIndex>();

/** Made once for units that are asked for several periods, or stay in memory. */
function indexOf(units: LoopPart['units']): UnitIndex {
  const index = indexes.get(units) ?? unitIndex(units);
  indexes.set(units, index);
  return index;
}

function movedAccounts(
  { spans }: LoopFacts,
  movement: ArrMovement,
  range: DayRange,
): MovedAccount[] {
  return [...Map.groupBy(spans, ({ accountId }) => accountId)].flatMap(([accountId, own]) => {
    const changes = arrChanges(arrSteps(own)).filter((change) => {
      return change.movement === movement && change.day >= range.from && change.day < range.to;
    });
    const [first] = changes;
    const span = own.find((one) => one.from === first?.day) ?? own[0];
    if (first === undefined || span === undefined) return [];
    const amount = changes.reduce((sum, change) => sum + change.amount, 0n);
    return { accountId, day: first.day, amount, dimensions: span.dimensions };
  });
}

function payingAccounts({ spans }: LoopFacts, range: DayRange): PayingAccount[] {
  const last = addDays(range.from, -1);
  return [...Map.groupBy(spans, ({ accountId }) => accountId)].flatMap(([accountId, own]) => {
    const unit = keptUnit(arrSteps(own), range);
    const [most] = own
      .filter(({ from, to }) => from <= last && (to === null || to > last))
      .toSorted((a, b) => Number(b.arr - a.arr));
    if (unit === null || most === undefined) return [];
    return { accountId, dimensions: most.dimensions, ...unit };
  });
}

function shrunkAccounts({ spans, asOfDay }: LoopFacts, since: Day): Set<string> {
  const shrank = [...Map.groupBy(spans, ({ accountId }) => accountId)].filter(([, own]) =>
    arrChanges(arrSteps(own)).some(
      ({ day, movement }) => day > since && day <= asOfDay && movement === 'contraction',
    ),
  );
  return new Set(shrank.map(([account]) => account));
}

const NEVER: DayRange = { from: '', to: '' };
export const NO_SUMS = sumPart(NO_LOOP, NEVER, []);
export const NO_RENEWALS = renewalTotals([], NEVER, '');
