import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { renewalTotals } from '#lib/bowtie/renewals.ts';
import { retention } from '#lib/bowtie/retention.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { countUnconverted, groupLoop, type LoopPart, NO_LOOP, totalLoop } from './loopPart.ts';
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
    hasContracts: facts.contracts.length > 0,
    sums: async (range, periods) => each((part) => sumPart(part, range, periods)),
    renewals: async (range) =>
      each(({ successions }) => renewalTotals(successions, range, asOfDay)),
  };
}

export function sumPart(
  part: LoopPart,
  range: DayRange,
  periods: readonly DayRange[],
): RevenueSums {
  return {
    periods: periods.map((days) => loopPeriod(part.units, days)),
    retention: retention(part.units, range),
    unconverted: countUnconverted(part, range),
  };
}

const NEVER: DayRange = { from: '', to: '' };
export const NO_SUMS = sumPart(NO_LOOP, NEVER, []);
export const NO_RENEWALS = renewalTotals([], NEVER, '');
