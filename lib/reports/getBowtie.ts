import { comparisonRange } from '#lib/bowtie/comparisonRange.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { BowtieAnswer, BowtieGroup, BowtieTotal } from '#lib/contract/bowtie.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { askCounts } from './askCounts.ts';
import { composeBowtie } from './composeBowtie.ts';
import type { ReportContext } from './context.ts';
import { emptyCounts, type GroupCounts, mergeCounts } from './counts.ts';
import { composeLoop } from './loop/composeLoop.ts';
import { groupLoop, type LoopPart, NO_LOOP, totalLoop } from './loop/loopPart.ts';
import { type LoopFacts, readLoop } from './loop/readLoop.ts';
import { orderGroups } from './orderGroups.ts';
import { instantsOf, type Resolved, resolveQuery } from './resolveQuery.ts';

type Part = { groups: BowtieGroup[]; total: BowtieTotal };
type Asked = { org: Org; resolved: Resolved; facts: LoopFacts };

/** The bowtie of one question: groups, total and comparison, all of one database snapshot. */
export async function getBowtie(
  { pool, org }: ReportContext,
  query: BowtieQuery,
  now: Date,
): Promise<BowtieAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const resolved = await resolveQuery(tx, org, query, now);
    const asked = { org, resolved, facts: await readLoop(tx, org, resolved.asOf) };
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

async function partOf(tx: Tx, { org, resolved, facts }: Asked, days: DayRange): Promise<Part> {
  const { query, scope } = resolved;
  const { by, where, clock } = query;
  const range = instantsOf(days, org.timeZone);
  const counts = await askCounts(tx, { scope, clock, range, movementsWhere: where });
  const compose = (own: GroupCounts, loop: LoopPart) =>
    composeBowtie(org.stages, own, query, composeLoop(loop, days, facts.asOfDay));
  const total = compose(mergeCounts([...counts.values()]), totalLoop(facts, where));
  if (by === null) return { groups: [], total };

  const loops = groupLoop(facts, where, by);
  const entered = [...counts].filter(([, group]) => group.stages.size > 0).map(([value]) => value);
  const values = facts.contracts.length > 0 ? [...entered, ...loops.keys()] : entered;
  const groups = orderGroups(org, by, values).map((value) => ({
    key: { [by]: value },
    ...compose(counts.get(value) ?? emptyCounts(), loops.get(value) ?? NO_LOOP),
  }));
  return { groups, total };
}

function unconvertedIn({ stages, loop }: BowtieTotal): boolean {
  return stages.some((stage) => stage.unconverted > 0) || (loop?.unconverted ?? 0) > 0;
}
