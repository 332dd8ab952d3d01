import { addMonths, type Day, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { askFlows } from '../askFlows.ts';
import { type PaceCurves, paceCurves } from './paceCurves.ts';

/** Entries of the plan's months that have begun, by segment; `null` asks for all of them. */
export type TrackCounts = PaceCurves & {
  of: (stage: LadderStage, segment: string | null) => number[];
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
  return {
    of: (stage, segment) => {
      const own = flows.filter((one) => {
        return one.stage === stage && (segment === null || one.group === segment);
      });
      return Array.from({ length: begun }, (_, bucket) =>
        own.reduce((sum, one) => (one.bucket === bucket ? sum + one.entries : sum), 0),
      );
    },
    ...(await paceCurves(tx, scope, month)),
  };
}
