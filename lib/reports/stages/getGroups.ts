import type { z } from 'zod';
import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { GroupsAnswer, groupsParams } from '#lib/contract/stages.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { exactCohorts } from '../askCohorts.ts';
import type { ReportContext } from '../context.ts';
import { orderGroups } from '../orderGroups.ts';
import { resolveConversion } from './stagesQuery.ts';

/** One conversion by one or two dimensions. */
export async function getGroups(
  { pool, org }: ReportContext,
  params: z.output<typeof groupsParams>,
  now: Date,
): Promise<GroupsAnswer> {
  const { by, and = null, ...rest } = params;
  if (by === and) {
    const message = 'must be another dimension than "by"';
    throw new Refusal('invalid_request', `and: ${message}`, [{ path: 'and', message }]);
  }
  return inOrg(pool, org.id, 'read', async (tx) => {
    const asked = { ...rest, by };
    const { scope, range, meta, query } = await resolveConversion(tx, org, asked, now);
    const cohorts = await exactCohorts(tx, { ...scope, and }, [range.from, range.to]);
    const of = (given: typeof cohorts) => {
      const { approximate: _, ...stats } = conversionStats(
        mergeHistograms(given.map((one) => one.histogram)),
        query,
      );
      return stats;
    };
    const named = cohorts.map((one) => ({ ...one, values: valuesOf(one.group, and) }));
    const order = (dimension: Dimension, place: number) =>
      orderGroups(org, dimension, new Set(named.map((one) => one.values[place] ?? '')));
    const seconds = and === null ? [''] : order(and, 1);
    const groups = order(by, 0).flatMap((first) =>
      seconds.flatMap((second) => {
        const own = named.filter(
          ({ values }) => values[0] === first && (and === null || values[1] === second),
        );
        if (own.length === 0) return [];
        const key = and === null ? { [by]: first } : { [by]: first, [and]: second };
        return [{ key, ...of(own) }];
      }),
    );
    return { data: { groups, total: of(cohorts) }, meta };
  });
}

/** TRICKY: two dimensions come as the JSON list that the question builds. */
function valuesOf(group: string, and: Dimension | null): readonly string[] {
  return and === null ? [group] : (JSON.parse(group) as string[]);
}
