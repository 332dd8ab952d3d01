import { comparisonRange } from '#lib/bowtie/comparisonRange.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { BowtieAnswer, BowtieGroup, BowtieTotal, LoopAnswer } from '#lib/contract/bowtie.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { askCounts } from './askCounts.ts';
import { composeBowtie } from './composeBowtie.ts';
import type { ReportContext } from './context.ts';
import { emptyCounts, type GroupCounts, mergeCounts } from './counts.ts';
import { composeLoop } from './loop/composeLoop.ts';
import { openRevenue } from './loop/openRevenue.ts';
import type { Revenue } from './loop/revenue.ts';
import { NO_RENEWALS, NO_SUMS } from './loop/revenueOfFacts.ts';
import { orderGroups } from './orderGroups.ts';
import { instantsOf, type Resolved, resolveQuery } from './resolveQuery.ts';

type Part = { groups: BowtieGroup[]; total: BowtieTotal };
type Asked = { org: Org; resolved: Resolved; revenue: Revenue };

/** The bowtie of one question: groups, total and comparison, all of one database snapshot. */
export async function getBowtie(
  { pool, org }: ReportContext,
  query: BowtieQuery,
  now: Date,
): Promise<BowtieAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const resolved = await resolveQuery(tx, org, query, now);
    const revenue = await openRevenue(tx, org, resolved.asOf, query);
    const asked = { org, resolved, revenue };
    const { meta } = resolved;
    const part = await partOf(tx, asked, query);
    const before = comparisonRange(query, query.compare);
    const compare = before && {
      ...before,
      as_of: meta.as_of,
      ...(await partOf(tx, asked, before)),
    };
    const warnings = unconvertedIn(part.total)
      ? [{ code: 'unconverted', message: 'amounts without an exchange rate are left out of sums' }]
      : [];
    return { data: { ...part, compare }, meta: { ...meta, warnings } };
  });
}

async function partOf(tx: Tx, { org, resolved, revenue }: Asked, days: DayRange): Promise<Part> {
  const { query, scope } = resolved;
  const { by, where, clock } = query;
  const range = instantsOf(days, org.timeZone);
  const counts = await askCounts(tx, { scope, clock, range, movementsWhere: where });
  const sums = await revenue.sums(days, [days]);
  const due = await revenue.renewals(days);
  const compose = (own: GroupCounts, loop: LoopAnswer) =>
    composeBowtie(org.stages, own, query, loop);
  const total = compose(mergeCounts([...counts.values()]), composeLoop(sums.total, due.total));
  if (by === null) return { groups: [], total };

  const entered = [...counts].filter(([, group]) => group.stages.size > 0).map(([value]) => value);
  const values = revenue.source === 'contracts' ? [...entered, ...sums.groups.keys()] : entered;
  const groups = orderGroups(org, by, values).map((value) => {
    const own = sums.groups.get(value) ?? NO_SUMS;
    const loop = composeLoop(own, due.groups.get(value) ?? NO_RENEWALS);
    return { key: { [by]: value }, ...compose(counts.get(value) ?? emptyCounts(), loop) };
  });
  return { groups, total };
}

function unconvertedIn({ stages, loop }: BowtieTotal): boolean {
  return stages.some((stage) => stage.unconverted > 0) || (loop?.unconverted ?? 0) > 0;
}
