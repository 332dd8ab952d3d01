import type { Assumption, PlanMeta } from '#lib/contract/planMeta.ts';
import { isoOf } from '../isoOf.ts';
import type { PlanFacts } from './planFacts.ts';

const DEFINITIONS_VERSION = 1;

/** What a plan's answer says of itself. */
export function planMetaOf(
  { org, asOf, dataThrough }: PlanFacts,
  assumptions: Assumption[],
  warnings: PlanMeta['warnings'] = [],
): PlanMeta {
  const benchmarks = assumptions.some(({ source }) => source === 'benchmark');
  const code = 'benchmarks_used';
  const message = 'where the organization has no history of its own, benchmarks stand in for it';
  return {
    org: org.slug,
    as_of: isoOf(asOf),
    time_zone: org.timeZone,
    currency: org.currency,
    definitions_version: DEFINITIONS_VERSION,
    data_through: dataThrough === null ? null : isoOf(dataThrough),
    assumptions,
    warnings: benchmarks ? [...warnings, { code, message }] : warnings,
  };
}
