import type { z } from 'zod';
import type { ArrAnswer, arrParams } from '#lib/contract/arr.ts';
import { type BowtieQuery, type Grain, toBowtieQuery } from '#lib/contract/query.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';
import { composeArr } from './loop/composeArr.ts';
import { openRevenue } from './loop/openRevenue.ts';
import type { RevenueSums } from './loop/revenue.ts';
import { NO_SUMS } from './loop/revenueOfFacts.ts';
import { orderGroups } from './orderGroups.ts';
import { periodCuts } from './periodCuts.ts';
import { resolveQuery } from './resolveQuery.ts';

export type ArrQuery = { bowtie: BowtieQuery; grain: Grain };

export function toArrQuery(params: z.output<typeof arrParams>): ArrQuery {
  const bowtie = toBowtieQuery({ ...params, clock: 'cohort', rule: 'implied', compare: 'none' });
  return { bowtie, grain: params.grain };
}

/** Recurring revenue by calendar period, of one database snapshot. */
export async function getArr(
  { pool, org }: ReportContext,
  { bowtie, grain }: ArrQuery,
  now: Date,
): Promise<ArrAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { asOf, meta } = await resolveQuery(tx, org, bowtie, now);
    const { periods } = periodCuts(bowtie, grain, org);
    const { by } = bowtie;
    const revenue = await openRevenue(tx, org, asOf, bowtie);
    const told = await revenue.sums({ from: bowtie.from, to: bowtie.to }, periods);
    const compose = (sums: RevenueSums) => composeArr(sums, periods, revenue.asOfDay);
    const groups = (by === null ? [] : orderGroups(org, by, told.groups.keys())).map((value) => ({
      key: by === null ? {} : { [by]: value },
      ...compose(told.groups.get(value) ?? NO_SUMS),
    }));
    const { clock: _c, rule: _r, window_days: _w, horizon_days: _h, ...rest } = meta;
    return { data: { groups, total: compose(told.total) }, meta: { ...rest, grain } };
  });
}
