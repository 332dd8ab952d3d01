import type { z } from 'zod';
import { outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import { durationHistogram } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { wilsonInterval } from '#lib/bowtie/wilsonInterval.ts';
import type { AgesAnswer, agesParams } from '#lib/contract/stages.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { exactCohorts } from '../askCohorts.ts';
import type { ReportContext } from '../context.ts';
import { periodCuts } from '../periodCuts.ts';
import { resolveConversion } from './stagesQuery.ts';

/** The ages at which cohorts are compared. */
const MARKS = [7, 30, 60, 90] as const;
const EMPTY = durationHistogram([]);

/**
 * Each cohort at the same ages. A cohort whose last possible entry is younger than an age has no
 * number there: it has not failed, it had no time.
 */
export async function getAges(
  { pool, org }: ReportContext,
  params: z.output<typeof agesParams>,
  now: Date,
): Promise<AgesAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { scope, meta, query } = await resolveConversion(tx, org, params, now);
    const { periods, cuts } = periodCuts(query, params.grain, org);
    const found = cuts.length < 2 ? [] : await exactCohorts(tx, scope, cuts);
    const cohorts = periods.map((period, bucket) => {
      const histogram = found.find((one) => one.bucket === bucket)?.histogram ?? EMPTY;
      const { base } = outcomeCounts(histogram);
      const end = cuts[bucket + 1] ?? Number.POSITIVE_INFINITY;
      const marks = MARKS.map((days) => {
        if (end + days * DAY_MS > scope.asOf + 1) {
          return { days, advanced: null, rate: null, interval: null };
        }
        const { advanced } = outcomeCounts(histogram, days);
        const interval = wilsonInterval(advanced, base);
        return { days, advanced, rate: ratio(advanced, base), interval };
      });
      return { ...period, base, marks };
    });
    return { data: { cohorts }, meta };
  });
}
