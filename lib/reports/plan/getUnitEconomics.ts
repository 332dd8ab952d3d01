import { addMonths, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { formatMoney } from '#lib/bowtie/plan/formatMoney.ts';
import type { UnitEconomicsAnswer, UnitEconomicsParams } from '#lib/contract/unitEconomics.ts';
import { countChannels } from '#lib/store/countChannels.ts';
import { countFlows } from '#lib/store/countFlows.ts';
import { countRoleMonths } from '#lib/store/countRoleMonths.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { listCosts } from '#lib/store/listCosts.ts';
import type { ReportContext } from '../context.ts';
import { isoOf } from '../isoOf.ts';
import { openRevenue } from '../loop/openRevenue.ts';
import { orderGroups } from '../orderGroups.ts';
import { allocateCosts, type Work } from './allocateCosts.ts';
import { composeTier } from './composeTier.ts';
import { inReporting } from './measuredRoles.ts';
import { loadMonthCohorts } from './monthCohorts.ts';
import { loadPlanFacts, type PlanFacts } from './planFacts.ts';
import { planScope } from './planScope.ts';
import { publishedPlan } from './publishedPlan.ts';
import { tierEvidence } from './tierEvidence.ts';

const MONTHS = 12;

/** What each tier costs and earns over the last twelve whole months, and if it can be scaled. */
export async function getUnitEconomics(
  { pool, org }: ReportContext,
  params: UnitEconomicsParams,
  now: Date,
): Promise<UnitEconomicsAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const month = `${isoOf(now.getTime()).slice(0, 8)}01`;
    const facts = await loadPlanFacts(tx, org, { start: month }, now);
    const to = `${facts.today.slice(0, 8)}01`;
    const span = { from: addMonths(to, -MONTHS), to };
    const range = {
      from: startOfLocalDay(span.from, org.timeZone),
      to: startOfLocalDay(span.to, org.timeZone),
    };
    const costs = await inReporting(tx, facts, await listCosts(tx, span.from, span.to));
    const parts = allocateCosts(costs, await workOf(tx, facts, range));
    const revenue = await openRevenue(tx, org, facts.asOf, { by: 'segment', where: {} });
    const months = Array.from({ length: MONTHS }, (_, i) => ({
      from: addMonths(span.from, i),
      to: addMonths(span.from, i + 1),
    }));
    const sums = await revenue.sums(span, months);
    const scope = planScope(org, facts.asOf, ['won']);
    const wins = await countFlows(tx, scope, [range.from, range.to]);
    const known = await loadMonthCohorts(tx, facts);
    const published = await publishedPlan(tx, org, facts.today);
    const tier = (group: string | null) =>
      composeTier({
        group,
        wins: wins.filter((one) => group === null || one.group === group),
        sums: group === null ? sums.total : sums.groups.get(group),
        parts: parts.filter(({ segment }) => group === null || segment === group),
        grossMargin: params.gross_margin ?? null,
        hasCosts: costs.length > 0,
        evidence: tierEvidence(facts, known, group, published?.plan ?? null),
      });
    const keys = orderGroups(org, 'segment', [
      ...wins.map(({ group }) => group),
      ...[...sums.groups].filter(([, one]) => (one.periods.at(-1)?.end ?? 0n) > 0n).map(([k]) => k),
    ]);
    const lost = parts.filter(({ segment }) => segment === null);
    return {
      data: { tiers: keys.map((key) => ({ key, ...tier(key) })), total: tier(null) },
      meta: {
        org: org.slug,
        ...span,
        as_of: isoOf(facts.asOf),
        currency: org.currency,
        margin: params.gross_margin === undefined ? 'service_costs' : 'given',
        plan: published && {
          scenario_id: published.scenarioId,
          version: published.version,
          name: published.name,
        },
        unallocated: formatMoney(lost.reduce((sum, { amount }) => sum + amount, 0)),
        warnings: costs.length > 0 ? [] : [NO_COSTS],
      },
    };
  });
}

const NO_COSTS = {
  code: 'no_costs',
  message: 'no costs of roles and channels are loaded: CAC, payback and contribution need them',
};

/** What the people of each role and each channel did in each tier. */
async function workOf(
  tx: Tx,
  { org, asOf }: PlanFacts,
  range: { from: number; to: number },
): Promise<Work[]> {
  const all = planScope(org, asOf, org.stages);
  const roles = await countRoleMonths(tx, all, [range.from, range.to]);
  const first = org.stages.slice(0, 1);
  const channels = await countChannels(tx, planScope(org, asOf, first), range);
  return [
    ...roles.flatMap(({ role, group, entries }) => {
      return group === null ? [] : [{ kind: 'role', name: role, segment: group, entries }];
    }),
    ...channels.map(({ channel, segment, entries }) => {
      return { kind: 'channel', name: channel, segment, entries };
    }),
  ];
}
