import type { z } from 'zod';
import type { ArrAnswer, arrParams } from '#lib/contract/arr.ts';
import { type BowtieQuery, type Grain, toBowtieQuery } from '#lib/contract/query.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';
import { composeArr } from './loop/composeArr.ts';
import { groupLoop, NO_LOOP, totalLoop } from './loop/loopPart.ts';
import { readLoop } from './loop/readLoop.ts';
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
    const facts = await readLoop(tx, org, asOf);
    const { by, where } = bowtie;
    const range = { from: bowtie.from, to: bowtie.to };
    const compose = (part: typeof NO_LOOP) => composeArr(part, range, periods, facts.asOfDay);
    const parts = by === null ? new Map() : groupLoop(facts, where, by);
    const values = by === null ? [] : orderGroups(org, by, parts.keys());
    const groups = values.map((value) => ({
      key: by === null ? {} : { [by]: value },
      ...compose(parts.get(value) ?? NO_LOOP),
    }));
    const { clock: _c, rule: _r, window_days: _w, horizon_days: _h, ...rest } = meta;
    const total = compose(totalLoop(facts, where));
    return { data: { groups, total }, meta: { ...rest, grain } };
  });
}
