import type { ArrSpan } from '#lib/bowtie/arrSpans.ts';
import { type ArrStep, arrSteps } from '#lib/bowtie/arrSteps.ts';
import { DIMENSIONS, type Dimension, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Succession } from '#lib/bowtie/renewals.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { LoopFacts } from './readLoop.ts';
import type { Unconverted } from './unconverted.ts';

/** The loop of one group, or of all that the filters let through. */
export type LoopPart = {
  units: readonly (readonly ArrStep[])[];
  successions: readonly Succession[];
  unconverted: readonly Unconverted[];
};

export const NO_LOOP: LoopPart = { units: [], successions: [], unconverted: [] };

/** What the filters let through, as one part; its unit is the account. */
export function totalLoop(facts: LoopFacts, where: BowtieQuery['where']): LoopPart {
  const { spans, successions, unconverted } = filterLoop(facts, where);
  return { units: unitsOf(spans), successions, unconverted };
}

/** What the filters let through, by group; the unit is the account within the group. */
export function groupLoop(
  facts: LoopFacts,
  where: BowtieQuery['where'],
  by: Dimension,
): Map<string, LoopPart> {
  const found = filterLoop(facts, where);
  const spans = Map.groupBy(found.spans, (one) => one.dimensions[by]);
  const successions = Map.groupBy(found.successions, (one) => one.contract.dimensions[by]);
  const unconverted = Map.groupBy(found.unconverted, (one) => one.dimensions[by]);
  const contracts = found.contracts.map((one) => one.dimensions[by]);
  const values = new Set([...spans.keys(), ...unconverted.keys(), ...contracts]);
  return new Map(
    [...values].map((value) => [
      value,
      {
        units: unitsOf(spans.get(value) ?? []),
        successions: successions.get(value) ?? [],
        unconverted: unconverted.get(value) ?? [],
      },
    ]),
  );
}

/** How much money without a rate would count on a day of the period, or on the day before it. */
export function countUnconverted({ unconverted }: LoopPart, { from, to }: DayRange): number {
  return unconverted.filter((one) => one.from < to && (one.to === null || one.to >= from)).length;
}

export function filterLoop(facts: LoopFacts, where: BowtieQuery['where']): LoopFacts {
  const filters = DIMENSIONS.filter((one) => where[one] !== undefined);
  if (filters.length === 0) return facts;
  const passes = (dimensions: DimensionValues) =>
    filters.every((one) => where[one]?.includes(dimensions[one]));
  return {
    ...facts,
    spans: facts.spans.filter((one) => passes(one.dimensions)),
    contracts: facts.contracts.filter((one) => passes(one.dimensions)),
    successions: facts.successions.filter((one) => passes(one.contract.dimensions)),
    unconverted: facts.unconverted.filter((one) => passes(one.dimensions)),
  };
}

function unitsOf(spans: readonly ArrSpan[]): ArrStep[][] {
  return [...Map.groupBy(spans, (span) => span.accountId).values()].map(arrSteps);
}
