import type { z } from 'zod';
import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import { dayBins } from '#lib/bowtie/dayBins.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { conversionParams, StayAnswer } from '#lib/contract/stages.ts';
import { countCohort } from '#lib/store/countCohort.ts';
import { countMoves } from '#lib/store/countMoves.ts';
import { findStuck } from '#lib/store/findStuck.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { toCohorts } from '../cohorts.ts';
import type { ReportContext } from '../context.ts';
import { isoOf } from '../isoOf.ts';
import { resolveConversion } from './stagesQuery.ts';

/** Longer than the median of those that advanced by this factor: stuck. */
const STUCK = 1.5;
const ROWS = 100;

/** How long records stay in a stage, which skip it or fall back, and which are stuck in it. */
export async function getStay(
  { pool, org }: ReportContext,
  params: z.output<typeof conversionParams>,
  now: Date,
): Promise<StayAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { scope, range, meta, query, to } = await resolveConversion(tx, org, params, now);
    const cohorts = toCohorts(await countCohort(tx, scope, [range.from, range.to]));
    const histogram = mergeHistograms(cohorts.map((one) => one.histogram));
    const { days } = conversionStats(histogram, query);
    const moves = await countMoves(tx, scope, range, to);
    const limit = days.p50 === null ? null : STUCK * days.p50;
    const moment = Math.min(range.to - 1, scope.asOf);
    const before = limit === null ? null : Math.floor(moment - limit * DAY_MS);
    const stuck = await findStuck(tx, scope, { to: range.to, before, limit: ROWS });
    const rows = stuck.rows.map(({ recordId, accountId, since, ...rest }) => ({
      record_id: recordId,
      account_id: accountId,
      ...rest,
      since: isoOf(since),
      days: (moment - since) / DAY_MS,
    }));
    return {
      data: {
        ...moves,
        days,
        bins: dayBins(histogram),
        stuck: { limit_days: limit, ...stuck, rows },
      },
      meta,
    };
  });
}
