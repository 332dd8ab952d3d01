import type { z } from 'zod';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { addDays, addMonths, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { maturityAge } from '#lib/bowtie/maturedRate.ts';
import { periodStart } from '#lib/bowtie/periods.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { BottlenecksAnswer, bottlenecksParams } from '#lib/contract/stages.ts';
import { listBenchmarks } from '#lib/store/benchmarks.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { sumWins } from '#lib/store/sumWins.ts';
import { exactCohorts } from '../askCohorts.ts';
import { cohortTrend } from '../cohortTrend.ts';
import { pairsOf } from '../composeBowtie.ts';
import type { ReportContext } from '../context.ts';
import { monthsBefore } from '../isoOf.ts';
import { orderGroups } from '../orderGroups.ts';
import { periodCuts } from '../periodCuts.ts';
import { resolveQuery } from '../resolveQuery.ts';
import { bottlenecksOf, type Facts } from './bottlenecksOf.ts';
import { toCohortQuery } from './stagesQuery.ts';

/** How far back the best quarter is looked for. */
const MONTHS = 24;

/** Where a gap costs most: every conversion up to the win, held against three targets. */
export async function getBottlenecks(
  { pool, org }: ReportContext,
  params: z.output<typeof bottlenecksParams>,
  now: Date,
): Promise<BottlenecksAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const query = toCohortQuery(params);
    const { scope, range, asOf, meta } = await resolveQuery(tx, org, query, now);
    const pairs = pairsOf(org.stages).filter(([from]) => {
      return org.stages.indexOf(from) <= org.stages.indexOf('won');
    });
    const asked = { ...scope, stages: pairs.map(([from]) => from) };
    const weeks = periodCuts(query, 'week', org);
    const cohorts = weeks.cuts.length < 2 ? [] : await exactCohorts(tx, asked, weeks.cuts);
    const { by } = query;
    const podScope = { ...asked, by: 'pod' as const, and: by === 'pod' ? null : by };
    const pods = weeks.cuts.length < 2 ? [] : await exactCohorts(tx, podScope, weeks.cuts);
    const since = periodStart(addMonths(query.to, -MONTHS), 'quarter', org);
    const quarters = periodCuts({ from: since, to: query.to }, 'quarter', org);
    const { windowDays, horizonDays } = query;
    const trend = { scope, timeZone: org.timeZone, windowDays, horizonDays, ...quarters };
    const quarterly: Facts['quarterly'] = new Map();
    for (const [from] of pairs) quarterly.set(from, await cohortTrend(tx, trend, from));
    const values =
      by === null
        ? ['']
        : orderGroups(
            org,
            by,
            cohorts.map((one) => one.group),
          );
    const day = localDayOf(asOf, org.timeZone);
    // A year's pace by whole days: what it costs does not change from one minute to the next.
    const end = Math.min(range.to, startOfLocalDay(addDays(day, 1), org.timeZone));
    const facts: Facts = {
      query,
      pairs,
      weeks: weeks.periods,
      cohorts,
      pods,
      settling: await settlingOf(tx, asked, query, org.timeZone),
      quarterly,
      wins: await sumWins(tx, scope, range),
      own: await listBenchmarks(tx),
      day,
      cuts: weeks.cuts,
      asOf,
      end,
      days: (end - range.from) / DAY_MS,
    };
    return { data: { rows: values.flatMap((value) => bottlenecksOf(facts, value)) }, meta };
  });
}

/**
 * By all groups together, whatever the filters: a small group of its own would settle too early,
 * and a break would cost something else as soon as somebody looks into it.
 */
async function settlingOf(
  tx: Tx,
  scope: QuestionScope,
  query: BowtieQuery,
  timeZone: string,
): Promise<Map<LadderStage, number | null>> {
  const since = monthsBefore(scope.asOf, MONTHS, timeZone);
  const { motion } = scope.where;
  const where = motion === undefined ? {} : { motion };
  const all = { ...scope, by: null, and: null, where };
  const cohorts = await exactCohorts(tx, all, [since, scope.asOf + 1]);
  return new Map(
    cohorts.map(({ stage, histogram }) => {
      const age = maturityAge(histogram, query);
      return [stage, age === null ? null : Math.min(age, query.windowDays ?? age)];
    }),
  );
}
