import type { z } from 'zod';
import { comparisonRange } from '#lib/bowtie/comparisonRange.ts';
import { outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import { durationHistogram } from '#lib/bowtie/durationHistogram.ts';
import { mixRate } from '#lib/bowtie/mixRate.ts';
import type { ChangeAnswer, changeParams } from '#lib/contract/stages.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope, Range } from '#lib/store/questionScope.ts';
import { exactCohorts } from '../askCohorts.ts';
import type { ReportContext } from '../context.ts';
import { orderGroups } from '../orderGroups.ts';
import { instantsOf } from '../resolveQuery.ts';
import { productChange } from './productChange.ts';
import { resolveConversion } from './stagesQuery.ts';

type Counts = Map<string, ReturnType<typeof outcomeCounts>>;
const NOTHING = outcomeCounts(durationHistogram([]));

/** Why a rate differs from the period before: other groups, or other rates within them. */
export async function getChange(
  { pool, org }: ReportContext,
  params: z.output<typeof changeParams>,
  now: Date,
): Promise<ChangeAnswer> {
  const { compare, ...rest } = params;
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { scope, range, meta, query } = await resolveConversion(tx, org, rest, now);
    const span = comparisonRange(query, compare) ?? { from: query.from, to: query.to };
    const then = instantsOf(span, org.timeZone);
    const before = await countEnds(tx, scope, then, query.windowDays);
    const after = await countEnds(tx, scope, range, query.windowDays);
    const values = orderGroups(org, params.by, [...before.keys(), ...after.keys()]);
    const groups = values.map((key) => ({
      key,
      before: before.get(key) ?? NOTHING,
      after: after.get(key) ?? NOTHING,
    }));
    const told = mixRate(groups);
    const open = (period: 'before' | 'after') =>
      groups.reduce((sum, group) => sum + group[period].open, 0);
    return {
      data: {
        compare: { from: span.from, to: span.to },
        rate: told && {
          before: told.before,
          after: told.after,
          change: told.change,
          mix: told.mix,
          rate: told.rate,
        },
        open: { before: open('before'), after: open('after') },
        parts: groups.map(({ key, before: was, after: is }, i) => ({
          key: { [params.by]: key },
          before: partsOf(was),
          after: partsOf(is),
          mix: told?.parts[i]?.mix ?? null,
          rate: told?.parts[i]?.rate ?? null,
        })),
        product: await productChange(tx, { ...scope, by: null, stages: org.stages }, then, range),
      },
      meta,
    };
  });
}

async function countEnds(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  windowDays: number | null,
): Promise<Counts> {
  const cohorts = await exactCohorts(tx, scope, [range.from, range.to]);
  return new Map(cohorts.map((one) => [one.group, outcomeCounts(one.histogram, windowDays)]));
}

function partsOf({ base, advanced, open }: typeof NOTHING) {
  return { base, advanced, open };
}
