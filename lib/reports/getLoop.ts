import type { z } from 'zod';
import { ARR_MOVEMENTS, type LoopPeriod } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { RetentionSums } from '#lib/bowtie/retention.ts';
import type { LoopPageAnswer, LoopPartAnswer, loopParams } from '#lib/contract/loop.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import { accountNames } from '#lib/store/accountNames.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';
import { composeArr } from './loop/composeArr.ts';
import { composeCohorts } from './loop/composeCohorts.ts';
import { composeRenewals } from './loop/composeRenewals.ts';
import { composeTrailing, trailingRanges } from './loop/composeTrailing.ts';
import { openRevenue } from './loop/openRevenue.ts';
import { recurringShare } from './loop/recurringShare.ts';
import type { Revenue, RevenueSums } from './loop/revenue.ts';
import { orderGroups } from './orderGroups.ts';
import { periodCuts } from './periodCuts.ts';
import { resolveQuery } from './resolveQuery.ts';

export type LoopQuery = { bowtie: BowtieQuery; grain: 'month' | 'quarter' };

export function toLoopQuery(params: z.output<typeof loopParams>): LoopQuery {
  const bowtie = toBowtieQuery({ ...params, clock: 'cohort', rule: 'implied', compare: 'none' });
  return { bowtie, grain: params.grain };
}

/** The page of the loop: bridge, retention, cohorts and renewals of one database snapshot. */
export async function getLoop(
  { pool, org }: ReportContext,
  { bowtie, grain }: LoopQuery,
  now: Date,
): Promise<LoopPageAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { asOf, meta } = await resolveQuery(tx, org, bowtie, now);
    const { periods } = periodCuts(bowtie, grain, org);
    const { by, from, to } = bowtie;
    const revenue = await openRevenue(tx, org, asOf, bowtie);
    const { groups, total } = await partsOf(revenue, { from, to }, periods);
    const list = (by === null ? [] : orderGroups(org, by, groups.keys())).map((value) => ({
      key: by === null ? {} : { [by]: value },
      ...(groups.get(value) ?? total),
    }));
    const { clock: _c, rule: _r, window_days: _w, horizon_days: _h, ...rest } = meta;
    return {
      data: {
        source: revenue.source,
        groups: list,
        total,
        cohorts: await composeCohorts(revenue, { to, grain }, org),
        recurring_share: await recurringShare(tx, revenue, bowtie, periods, org),
        renewals: await renewalsOf(tx, revenue, { from, to }),
      },
      meta: { ...rest, grain },
    };
  });
}

/** Bridge and trailing retention of the total and of every group. */
async function partsOf(
  revenue: Revenue,
  range: DayRange,
  periods: readonly DayRange[],
): Promise<{ total: LoopPartAnswer; groups: Map<string, LoopPartAnswer> }> {
  const { asOfDay } = revenue;
  const sums = await revenue.sums(range, periods);
  const ranges = trailingRanges(periods, asOfDay);
  const retentions = await revenue.retentions(ranges);
  const compose = (own: RevenueSums, trailing: readonly RetentionSums[]): LoopPartAnswer => ({
    ...composeArr(own, periods, asOfDay),
    whole: wholeOf(own, range, asOfDay),
    trailing: composeTrailing(ranges, trailing),
  });
  const nobody = ranges.map(() => NO_RETENTION);
  return {
    total: compose(sums.total, retentions.total),
    groups: new Map(
      [...sums.groups].map(([value, own]) => [
        value,
        compose(own, retentions.groups.get(value) ?? nobody),
      ]),
    ),
  };
}

const NO_RETENTION: RetentionSums = { base: 0n, net: 0n, kept: 0n, units: 0, unitsKept: 0 };

/** All periods as one: they follow each other without a gap. */
function wholeOf(sums: RevenueSums, range: DayRange, asOfDay: string): LoopPartAnswer['whole'] {
  const [first, ...rest] = sums.periods;
  if (first === undefined) return null;
  const whole: LoopPeriod = { ...first };
  for (const next of rest) {
    for (const movement of ARR_MOVEMENTS) whole[movement] += next[movement];
    whole.end = next.end;
    whole.customersEnd = next.customersEnd;
  }
  return composeArr({ ...sums, periods: [whole] }, [range], asOfDay).periods[0] ?? null;
}

async function renewalsOf(
  tx: Tx,
  revenue: Revenue,
  range: DayRange,
): Promise<LoopPageAnswer['data']['renewals']> {
  const { book, accounts } = await composeRenewals(revenue, range);
  const names = await accountNames(tx, accounts);
  const rows = book.rows.map((row) => ({
    ...row,
    account_name: names.get(row.account_id) ?? null,
  }));
  return { ...book, rows };
}
