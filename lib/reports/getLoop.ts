import type { z } from 'zod';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { LoopPageAnswer, LoopPartAnswer, loopParams } from '#lib/contract/loop.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import { accountNames } from '#lib/store/accountNames.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';
import { composeArr } from './loop/composeArr.ts';
import { composeCohorts } from './loop/composeCohorts.ts';
import { composeRenewals } from './loop/composeRenewals.ts';
import { composeTrailing } from './loop/composeTrailing.ts';
import { groupLoop, type LoopPart, NO_LOOP, totalLoop } from './loop/loopPart.ts';
import { type LoopFacts, readLoop } from './loop/readLoop.ts';
import { sumPart } from './loop/revenueOfFacts.ts';
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
    const facts = await readLoop(tx, org, asOf);
    const { by, where, from, to } = bowtie;
    const { asOfDay } = facts;
    const compose = (part: LoopPart): LoopPartAnswer => ({
      ...composeArr(sumPart(part, { from, to }, periods), periods, asOfDay),
      whole: from < to ? wholeOf(part, { from, to }, asOfDay) : null,
      trailing: composeTrailing(part, periods, asOfDay),
    });
    const parts = by === null ? new Map() : groupLoop(facts, where, by);
    const groups = (by === null ? [] : orderGroups(org, by, parts.keys())).map((value) => ({
      key: by === null ? {} : { [by]: value },
      ...compose(parts.get(value) ?? NO_LOOP),
    }));
    const all = totalLoop(facts, where);
    const { clock: _c, rule: _r, window_days: _w, horizon_days: _h, ...rest } = meta;
    return {
      data: {
        source: sourceOf(facts),
        groups,
        total: compose(all),
        cohorts: composeCohorts(all, { to, grain, asOfDay }, org),
        renewals: await renewalsOf(tx, all, facts, { from, to }),
      },
      meta: { ...rest, grain },
    };
  });
}

function wholeOf(part: LoopPart, range: DayRange, asOfDay: string): LoopPartAnswer['whole'] {
  return composeArr(sumPart(part, range, [range]), [range], asOfDay).periods[0] ?? null;
}

function sourceOf({ contracts, spans }: LoopFacts): 'contracts' | 'events' | 'none' {
  if (contracts.length > 0) return 'contracts';
  return spans.length > 0 ? 'events' : 'none';
}

async function renewalsOf(
  tx: Tx,
  part: LoopPart,
  facts: LoopFacts,
  range: { from: string; to: string },
): Promise<LoopPageAnswer['data']['renewals']> {
  const { book, accounts } = composeRenewals(part.successions, facts, range);
  const names = await accountNames(tx, accounts);
  const rows = book.rows.map((row) => ({
    ...row,
    account_name: names.get(row.account_id) ?? null,
  }));
  return { ...book, rows };
}
