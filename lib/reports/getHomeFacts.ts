import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { localDay } from '#lib/bowtie/localDay.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { dataSpan } from '#lib/store/dataSpan.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { listKnownValues } from '#lib/store/knownValues.ts';
import type { ReportContext } from './context.ts';
import { orderGroups } from './orderGroups.ts';

const VALUES_SHOWN = 2000;

/** The settings, the extent of the data and the filter values, of one snapshot. */
export async function getHomeFacts({ pool, org }: ReportContext, now: Date): Promise<HomeFacts> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { first, last } = await dataSpan(tx);
    const known = await listKnownValues(tx, VALUES_SHOWN);
    const day = (ms: number | null) =>
      ms === null ? null : localDay(Math.round(ms), org.timeZone);
    const values = DIMENSIONS.map((dimension): [Dimension, string[]] => {
      const own = known.filter((each) => each.dimension === dimension).map(({ value }) => value);
      return [dimension, orderGroups(org, dimension, own)];
    });
    return {
      slug: org.slug,
      name: org.name,
      currency: org.currency,
      timeZone: org.timeZone,
      stages: org.stages,
      calendar: {
        today: localDay(now.getTime(), org.timeZone),
        dataFrom: day(first),
        dataThrough: day(last),
        fiscalStartMonth: org.fiscalStartMonth,
      },
      values: Object.fromEntries(values) as Record<Dimension, string[]>,
    };
  });
}
