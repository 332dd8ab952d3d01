import { DIMENSIONS, MOTIONS, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { SettingsAnswer } from '#lib/contract/settings.ts';
import { eventRange } from '#lib/store/eventRange.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { listKnownValues } from '#lib/store/knownValues.ts';
import { listPeople } from '#lib/store/listPeople.ts';
import { toOrgAnswer } from '#lib/store/orgs.ts';
import type { ReportContext } from './context.ts';
import { isoOf } from './isoOf.ts';
import { offeredSegments } from './offeredSegments.ts';
import { orderGroups } from './orderGroups.ts';

/** No filter menu is longer; any known value can still be asked for. */
const MOST = 2000;

/** The organization with the values, people and times that a filter bar offers. */
export async function getSettings(
  { pool, org }: ReportContext,
  now: Date,
): Promise<SettingsAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const known = await listKnownValues(tx, MOST);
    const { first, last } = await eventRange(tx, now.getTime());
    const valuesOf = (dimension: (typeof DIMENSIONS)[number]) => {
      const received = known.filter((one) => one.dimension === dimension).map((one) => one.value);
      const fixed = dimension === 'motion' ? MOTIONS : [UNKNOWN];
      const written = [...(org.order[dimension] ?? []), ...received];
      const values = dimension === 'segment' ? offeredSegments(written, org.segmentRule) : written;
      return orderGroups(org, dimension, [...values, ...fixed]);
    };
    return {
      data: {
        ...toOrgAnswer(org),
        values: Object.fromEntries(DIMENSIONS.map((one) => [one, valuesOf(one)])),
        people: await listPeople(tx),
        first_event_at: first === null ? null : isoOf(first),
        last_event_at: last === null ? null : isoOf(last),
      } as SettingsAnswer['data'],
    };
  });
}
