import { addMonths, type Day, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { StageCounts } from '#lib/store/countFlows.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { askFlows } from '../askFlows.ts';

/** How far back lags and seasons are measured, in months. */
export const LONG = 24;

export type PastMonth = { month: Day; entries: readonly StageCounts[] };

/** Entries of the whole months before a day's, from the first after the first event on. */
export async function pastMonths(
  tx: Tx,
  scope: QuestionScope,
  { day, first }: { day: Day; first: Instant | null },
): Promise<PastMonth[]> {
  const end = `${day.slice(0, 8)}01`;
  const days = Array.from({ length: LONG + 1 }, (_, i) => addMonths(end, i - LONG));
  const cuts = days.map((one) => startOfLocalDay(one, scope.timeZone));
  const begun = cuts.findIndex((cut) => first !== null && cut >= first);
  if (begun === -1) return [];
  const entries = Map.groupBy(await askFlows(tx, scope, cuts), ({ bucket }) => bucket);
  return days.slice(0, LONG).flatMap((month, place) => {
    return place < begun ? [] : [{ month, entries: entries.get(place) ?? [] }];
  });
}
