import type { ArrSpan } from '#lib/bowtie/arrSpans.ts';
import { type ArrStep, arrSteps } from '#lib/bowtie/arrSteps.ts';
import { DIMENSIONS, type Dimension, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Succession } from '#lib/bowtie/renewals.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Unconverted } from './eventRevenue.ts';
import type { LoopFacts } from './readLoop.ts';

/** The loop of one group, or of all that the filters let through. */
export type LoopPart = {
  units: readonly (readonly ArrStep[])[];
  successions: readonly Succession[];
  unconverted: readonly Unconverted[];
};

export const NO_LOOP: LoopPart = { units: [], successions: [], unconverted: [] };

type Parts = Map<string, LoopPart>;

/** Parts of facts that stay in memory themselves, those asked for last. */
const keptParts = new WeakMap<LoopFacts['spans'], Map<string, Parts>>();
/** They may have twice as many units as there are spans, and a few where there are few. */
const SHARE = 2;
const FEW_UNITS = 10_000;

/** Where events tell the revenue nothing of a part depends on the moment that it is asked for. */
function keep(facts: LoopFacts, key: string, make: () => Parts): Parts {
  if (facts.contracts.length > 0) return make();
  const all = keptParts.get(facts.spans) ?? new Map<string, Parts>();
  keptParts.set(facts.spans, all);
  const parts = all.get(key) ?? make();
  all.delete(key);
  all.set(key, parts);
  let units = all.values().reduce((sum, one) => sum + unitCount(one), 0);
  for (const [name, one] of all) {
    if (units <= SHARE * facts.spans.length + FEW_UNITS) break;
    all.delete(name);
    units -= unitCount(one);
  }
  return parts;
}

function unitCount(parts: Parts): number {
  return parts.values().reduce((sum, { units }) => sum + units.length, 0);
}

/** What the filters let through, as one part; its unit is the account. */
export function totalLoop(facts: LoopFacts, where: BowtieQuery['where']): LoopPart {
  const parts = keep(facts, JSON.stringify(where), () => new Map([['', partOf(facts, where)]]));
  return parts.get('') ?? NO_LOOP;
}

function partOf(facts: LoopFacts, where: BowtieQuery['where']): LoopPart {
  const { spans, successions, unconverted } = filterLoop(facts, where);
  return { units: unitsOf(spans), successions, unconverted };
}

/** What the filters let through, by group; the unit is the account within the group. */
export function groupLoop(
  facts: LoopFacts,
  where: BowtieQuery['where'],
  by: Dimension,
): Map<string, LoopPart> {
  return keep(facts, JSON.stringify([by, where]), () => partsOf(facts, where, by));
}

function partsOf(
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
