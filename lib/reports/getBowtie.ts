import { comparisonRange } from '#lib/bowtie/comparisonRange.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { BowtieAnswer, BowtieGroup, BowtieTotal } from '#lib/contract/bowtie.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { contractValues } from '#lib/store/contractValues.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { askCounts } from './askCounts.ts';

import { composeBowtie } from './composeBowtie.ts';
import type { ReportContext } from './context.ts';
import { emptyCounts, mergeCounts } from './counts.ts';
import { orderGroups } from './orderGroups.ts';
import { instantsOf, type Resolved, resolveQuery } from './resolveQuery.ts';

type Part = { groups: BowtieGroup[]; total: BowtieTotal };

/** The bowtie of one question: groups, total and comparison, all of one database snapshot. */
export async function getBowtie(
  { pool, org }: ReportContext,
  query: BowtieQuery,
  now: Date,
): Promise<BowtieAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const resolved = await resolveQuery(tx, org, query, now);
    const { meta } = resolved;
    const part = await partOf(tx, org, resolved, query);
    const before = comparisonRange(query, query.compare);
    const compare = before && {
      ...before,
      as_of: meta.as_of,
      ...(await partOf(tx, org, resolved, before)),
    };
    const warnings = unconvertedIn(part.total)
      ? [{ code: 'unconverted', message: 'amounts without an exchange rate are left out of sums' }]
      : [];
    return { data: { ...part, compare }, meta: { ...meta, warnings } };
  });
}

async function partOf(tx: Tx, org: Org, resolved: Resolved, days: DayRange): Promise<Part> {
  const { query, scope } = resolved;
  const range = instantsOf(days, org.timeZone);
  const asked = { scope, clock: query.clock, range, movementsWhere: query.where };
  const counts = await askCounts(tx, asked);
  const total = composeBowtie(org.stages, mergeCounts([...counts.values()]), query);
  const { by } = query;
  if (by === null) return { groups: [], total };

  const entered = [...counts].filter(([, group]) => group.stages.size > 0).map(([value]) => value);
  const contracted = await contractValues(tx, by, query.where);
  const groups = orderGroups(org, by, [...entered, ...contracted]).map((value) => ({
    key: { [by]: value },
    ...composeBowtie(org.stages, counts.get(value) ?? emptyCounts(), query),
  }));
  return { groups, total };
}

function unconvertedIn(total: BowtieTotal): boolean {
  return total.stages.some((stage) => stage.unconverted > 0);
}
