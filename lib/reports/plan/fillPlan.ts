import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import { sharesOf } from '#lib/bowtie/plan/flow.ts';
import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import { planSums } from '#lib/bowtie/plan/planSums.ts';
import type { PlanInput, PlanProblem } from '#lib/bowtie/plan/planTypes.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import type { DecomposeBody } from '#lib/contract/plans.ts';
import { orderGroups } from '../orderGroups.ts';
import { type Found, fillSegment, type GivenSegment, type Note } from './fillSegment.ts';
import type { PlanFacts } from './planFacts.ts';

export type FilledPlan = { plan: PlanInput; assumptions: Assumption[] };

/** A plan whose omitted inputs come from the organization's data, each named with its source. */
export function fillPlan(facts: PlanFacts, body: DecomposeBody): FilledPlan {
  const assumptions: Assumption[] = [];
  const note: Note = (path, found) => {
    const { span = { from: facts.from, to: facts.to }, ...rest } = found;
    assumptions.push({ path, ...rest, ...span });
  };
  const known = segmentsOf(facts);
  const given = body.segments ?? known.map((key): GivenSegment => ({ key }));
  if (body.segments === undefined) note('segments', { ...OWN, value: known });
  const shares = fillShares(facts, given, note);
  const planMonths = Array.from({ length: body.months }, (_, i) => {
    return Number(planMonth(body.start, i).slice(5));
  });
  const segments = given.map((one, place) => {
    const group = known.includes(one.key) && one.key !== ALL ? one.key : null;
    const asked = { facts, place, group, planMonths, note };
    // A segment that the organization does not know owns none of its revenue and pipeline.
    const isPart = group === null && given.length > 1;
    const own = isPart ? { ...one, opening_arr: one.opening_arr ?? '0.00' } : one;
    const filled = fillSegment(own, shares[place] ?? 0, asked);
    return isPart ? { ...filled, pipeline: undefined } : filled;
  });
  const { start, months, target_arr, rounding, capacity = [] } = body;
  const plan = { start, months, target_arr, rounding, segments, capacity };
  refuseSums(planSums(plan));
  return { plan, assumptions };
}

const ALL = 'all';
const OWN: Omit<Found<unknown>, 'value'> = {
  source: 'organization',
  base: null,
  n: null,
  maturity: null,
  about: null,
};

/** The segments with entries, wins or revenue; without any history one for all. */
function segmentsOf(facts: PlanFacts): string[] {
  const paying = [...facts.opening.groups].filter(
    ([, sums]) => (sums.periods[0]?.start ?? 0n) > 0n,
  );
  const seen = [
    ...facts.cohorts.map(({ group }) => group),
    ...facts.wins.map(({ group }) => group),
    ...paying.map(([group]) => group),
  ];
  const values = orderGroups(facts.org, 'segment', seen);
  const named = values.filter((one) => one !== UNKNOWN);
  return named.length === 0 ? [ALL] : values;
}

/** What is stated stays; the rest is shared by what each segment won in the last twelve months. */
function fillShares(facts: PlanFacts, given: readonly GivenSegment[], note: Note): number[] {
  const stated = given.reduce((sum, one) => sum + (one.share ?? 0), 0);
  const open = given.filter((one) => one.share === undefined);
  if (open.length === 0) return given.map((one) => one.share ?? 0);
  const won = open.map(({ key }) => {
    const amounts = facts.wins.filter(({ group }) => group === key).map(({ amount }) => amount);
    return Number(sumMoney(amounts));
  });
  const even = won.every((amount) => amount === 0);
  const weights = sharesOf(even ? open.map(() => 1) : won);
  return given.map((one, place) => {
    if (one.share !== undefined) return one.share;
    const value = Math.max(0, 1 - stated) * (weights[open.indexOf(one)] ?? 0);
    const wins = facts.wins.find(({ group }) => group === one.key)?.wins ?? 0;
    const source = even ? ('assumed' as const) : ('segment' as const);
    note(`segments.${place}.share`, {
      ...OWN,
      source,
      value,
      base: even ? null : wins,
      n: even ? null : wins,
    });
    return value;
  });
}

/** Weights that do not sum to 1 cannot be planned with: said with the nearest ones that do. */
function refuseSums(faults: readonly PlanProblem[]): void {
  const issues = faults.map(({ code, path, values, nearest }) => {
    const value = nearest[0]?.value;
    const instead = Array.isArray(value) ? value.map((one) => Number(one.toFixed(6))) : value;
    const what = path === 'segments' ? 'the shares sum' : 'sums';
    const message =
      code === 'wrong_length'
        ? `has ${values.given} weights for a plan of ${values.months} months; give one for each month`
        : `${what} to ${values.sum}, must sum to 1; divide each by the sum: ${JSON.stringify(instead)}`;
    return { path, message };
  });
  const first = issues[0];
  if (first === undefined) return;
  throw new Refusal('invalid_request', `${first.path}: ${first.message}`, issues, faults[0]?.code);
}
