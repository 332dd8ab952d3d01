import type { Fate } from '#lib/bowtie/forecast/fates.ts';
import { addDays, addMonths, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { RecordQuestion } from '#lib/store/recordQuestion.ts';
import type { Resolved } from './resolveQuery.ts';
import { MONTHS } from './track/forecastFacts.ts';

/** The records on the way before and at the end of the asked days, as a forecast compares them. */
export function fatedQuestion(
  org: Org,
  { scope, range, query }: Resolved,
  fate: Fate,
): RecordQuestion {
  const early = range.from - 1;
  const late = Math.min(scope.asOf, range.to - 1);
  const isLate = fate === 'came' || fate === 'waited';
  const day = addDays(localDayOf(isLate ? late : early, org.timeZone), 1);
  const stages = org.stages.filter((one) => LADDER.indexOf(one) < LADDER.indexOf('won'));
  return {
    ...{ from: 'fated', fate, stages, early, late, scope, range, windowDays: query.windowDays },
    since: startOfLocalDay(addMonths(day, -MONTHS), org.timeZone),
  };
}
