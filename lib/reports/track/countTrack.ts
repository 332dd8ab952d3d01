import { addDays, addMonths, type Day, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { type PacePoint, paceCurve } from '#lib/bowtie/plan/pacing.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { askFlows } from '../askFlows.ts';

const PAST = 12;

/** Entries of the plan's months that have begun, by segment; `null` asks for all of them. */
export type TrackCounts = {
  of: (stage: LadderStage, segment: string | null) => number[];
  curve: (stage: LadderStage) => PacePoint[] | null;
  /** The months that the curves are of. */
  pacing: { from: Day; to: Day };
};

/** What came in each month of a plan, and how the months before this one filled. */
export async function countTrack(
  tx: Tx,
  scope: QuestionScope,
  { start, begun, month }: { start: Day; begun: number; month: Day },
): Promise<TrackCounts> {
  const cutAt = (day: Day) => startOfLocalDay(day, scope.timeZone);
  const days = Array.from({ length: begun + 1 }, (_, i) => addMonths(start, i));
  const flows = begun === 0 ? [] : await askFlows(tx, scope, days.map(cutAt));
  const spans = Array.from({ length: PAST }, (_, i) => daysOf(addMonths(month, i - PAST)));
  const first = spans[0]?.[0] ?? month;
  const past = [...spans.flat(), month];
  const daily = await askFlows(tx, { ...scope, by: null }, past.map(cutAt));
  return {
    of: (stage, segment) => {
      const own = flows.filter((one) => {
        return one.stage === stage && (segment === null || one.group === segment);
      });
      return Array.from({ length: begun }, (_, bucket) =>
        own.reduce((sum, one) => (one.bucket === bucket ? sum + one.entries : sum), 0),
      );
    },
    curve: (stage) => {
      const own = daily.filter((one) => one.stage === stage);
      const counts = new Map(own.map(({ bucket, entries }) => [bucket, entries]));
      let place = 0;
      return paceCurve(spans.map((span) => span.map(() => counts.get(place++) ?? 0)));
    },
    pacing: { from: first, to: month },
  };
}

function daysOf(month: Day): Day[] {
  const days: Day[] = [];
  const end = addMonths(month, 1);
  for (let day = month; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}
