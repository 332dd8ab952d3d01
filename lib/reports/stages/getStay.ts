import type { z } from 'zod';
import { dayBins } from '#lib/bowtie/dayBins.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { conversionParams, StayAnswer } from '#lib/contract/stages.ts';
import { countMoves } from '#lib/store/countMoves.ts';
import { findStuck } from '#lib/store/findStuck.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from '../context.ts';
import { isoOf } from '../isoOf.ts';
import { resolveConversion } from './stagesQuery.ts';
import { stuckSince } from './stuckSince.ts';

const ROWS = 100;

/** How long records stay in a stage, which skip it or fall back, and which are stuck in it. */
export async function getStay(
  { pool, org }: ReportContext,
  params: z.output<typeof conversionParams>,
  now: Date,
): Promise<StayAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { scope, range, meta, query, to } = await resolveConversion(tx, org, params, now);
    const { histogram, stats, limitDays, moment, before } = await stuckSince(
      tx,
      scope,
      range,
      query,
    );
    const moves = await countMoves(tx, scope, range, to);
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
        days: stats.days,
        bins: dayBins(histogram),
        stuck: { limit_days: limitDays, ...stuck, rows },
      },
      meta,
    };
  });
}
