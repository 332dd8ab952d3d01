import type { DayRange } from '#lib/bowtie/periods.ts';
import { plannedKept } from '#lib/bowtie/plan/plannedKept.ts';
import { planStatus } from '#lib/bowtie/plan/planStatus.ts';
import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { PlanTrack } from '#lib/contract/planTrack.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { composeLoop } from '../loop/composeLoop.ts';
import { openRevenue } from '../loop/openRevenue.ts';
import { NO_RENEWALS } from '../loop/revenueOfFacts.ts';
import type { Moment } from './momentOf.ts';

type Asked = {
  asOf: Instant;
  range: DayRange;
  input: PlanInput;
  result: PlanResult;
  segments: PlanTrack['segments'];
  moment: Moment;
};

/** ARR, NRR and GRR against the plan: retention in even steps, new ARR as its wins are expected. */
export async function trackArr(
  tx: Tx,
  org: Org,
  { asOf, range, input, result, segments, moment }: Asked,
): Promise<Pick<PlanTrack, 'arr' | 'nrr' | 'grr'>> {
  const { elapsed } = moment;
  const opening = plannedKept(input.segments, 0);
  const kept = plannedKept(input.segments, 1);
  const keptNow = plannedKept(input.segments, elapsed);
  const won = result.segments.reduce((sum, { key, new_arr }) => {
    const line = segments.find((one) => one.key === key)?.stages.find(isWin);
    return sum + Number(new_arr) * (ratio(line?.expected ?? 0, line?.target ?? 0) ?? 0);
  }, 0);
  const revenue = await openRevenue(tx, org, asOf, { by: null, where: {} });
  const sums = await revenue.sums(range, [range]);
  const loop = composeLoop(sums.total, NO_RENEWALS);
  const told = moment.begun > 0 && revenue.source !== 'none';
  const actual = told ? loop.end_arr : null;
  const nrr = told ? loop.nrr : null;
  const expectedNrr = ratio(keptNow, opening);
  return {
    arr: {
      target: input.target_arr,
      actual,
      expected: (keptNow + won).toFixed(2),
      expected_even: (opening + (Number(input.target_arr) - opening) * elapsed).toFixed(2),
      status: planStatus(actual === null ? null : Number(actual), keptNow + won),
    },
    nrr: {
      target: ratio(kept, opening),
      actual: nrr,
      expected: expectedNrr,
      status: planStatus(nrr, expectedNrr),
    },
    grr: trackGross(input.segments, elapsed, told ? loop.grr : null),
  };
}

/** What the opening customers were to keep without what they add; null where it is not planned. */
function trackGross(
  segments: PlanInput['segments'],
  elapsed: number,
  actual: number | null,
): PlanTrack['grr'] {
  const opened = segments.filter(({ opening_arr }) => Number(opening_arr) > 0);
  const gross = opened.flatMap(({ opening_arr, grr: nrr }) =>
    nrr === undefined ? [] : [{ opening_arr, nrr }],
  );
  const opening = plannedKept(gross, 0);
  const target = ratio(plannedKept(gross, 1), opening);
  const expected = ratio(plannedKept(gross, elapsed), opening);
  if (gross.length < opened.length || target === null || expected === null) return null;
  return { target, actual, expected, status: planStatus(actual, expected) };
}

function isWin({ stage }: { stage: string }): boolean {
  return stage === 'won';
}
