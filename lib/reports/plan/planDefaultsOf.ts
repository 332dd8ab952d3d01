import { PUBLIC_RECREATION, publicBands } from '#lib/bowtie/benchmarkTable.ts';
import { impliedNrr } from '#lib/bowtie/churnFigures.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import type { PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanDefaultsAnswer, PlanDefaultsParams } from '#lib/contract/planDefaults.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { fillPlan } from './fillPlan.ts';
import { measuredRoles } from './measuredRoles.ts';
import { loadMonthCohorts } from './monthCohorts.ts';
import { ownBest } from './ownBest.ts';
import { ownEvidence } from './ownEvidence.ts';
import type { PlanFacts } from './planFacts.ts';

export type MeasuredPlan = { data: PlanDefaultsAnswer['data']; assumptions: Assumption[] };

/** Every input of a plan from the organization's own data, and what it has done so far. */
export async function planDefaultsOf(
  tx: Tx,
  facts: PlanFacts,
  { start, months }: PlanDefaultsParams,
): Promise<MeasuredPlan> {
  const body = { start, months, target_arr: '0', rounding: 'none' as const };
  const { plan, assumptions } = fillPlan(facts, body);
  const keys = plan.segments.map(({ key }) => key);
  const known = await loadMonthCohorts(tx, facts);
  const span = { from: facts.from, to: facts.to };
  const capacity = await measuredRoles(tx, facts, (path, found) => {
    assumptions.push({ path, ...found, ...span });
  });
  const data: MeasuredPlan['data'] = {
    start,
    months,
    segments: plan.segments.map(wireSegment),
    capacity: capacity.map(({ segments = [], ...role }) => {
      return { ...role, ramp: [...role.ramp], segments: [...segments] };
    }),
    evidence: ownEvidence(facts, known),
    history: ownBest(facts, known, keys),
    actual: Object.fromEntries(keys.map((key) => [key, actualOf(facts, key)])),
    benchmarks: bandsOf(),
  };
  return { data, assumptions };
}

type WireSegment = MeasuredPlan['data']['segments'][number];

function wireSegment({ conversions, lags, seasonality, pipeline, ...rest }: PlanSegment) {
  const wire: WireSegment = { ...rest, conversions: { ...conversions }, lags: mutable(lags) };
  if (seasonality !== undefined) wire.seasonality = [...seasonality];
  if (pipeline !== undefined) {
    wire.pipeline = {
      months_to_start: pipeline.months_to_start,
      elapsed: pipeline.elapsed,
      open: mutable(pipeline.open),
      still_open: mutable(pipeline.still_open ?? {}),
    };
  }
  return wire;
}

function mutable(lists: Readonly<Record<string, readonly number[]>>): Record<string, number[]> {
  return Object.fromEntries(Object.entries(lists).map(([key, values]) => [key, [...values]]));
}

type Actual = PlanDefaultsAnswer['data']['actual'][string];

/** What came in the last twelve months; a key that is no segment stands for all. */
function actualOf(facts: PlanFacts, key: string): Actual {
  const isKnown = facts.cohorts.some(({ group }) => group === key);
  const isOwn = ({ group }: { group: string }) => !isKnown || group === key;
  const wins = facts.wins.filter(isOwn);
  const entries: Actual['entries'] = {};
  for (const { stage, entries: count } of facts.cohorts.filter(isOwn)) {
    entries[stage] = (entries[stage] ?? 0) + count;
  }
  return {
    from: facts.from,
    to: facts.to,
    entries,
    won_arr: sumMoney(wins.map(({ amount }) => amount)),
    wins: wins.reduce((sum, one) => sum + one.wins, 0),
  };
}

function bandsOf(): PlanDefaultsAnswer['data']['benchmarks'] {
  return publicBands().map(({ band, acv, rates }) => {
    const { discount = 0, renewal, expansion, ...conversions } = rates;
    const known = renewal !== undefined && expansion !== undefined;
    return {
      band,
      acv: acv.toFixed(2),
      discount,
      nrr: known ? impliedNrr(renewal, expansion) : null,
      conversions,
      about: `${PUBLIC_RECREATION.source}, ${band}, ${PUBLIC_RECREATION.asOf}`,
    };
  });
}
