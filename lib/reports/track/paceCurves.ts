import { addDays, addMonths, type Day, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { type PacePoint, paceCurve } from '#lib/bowtie/plan/pacing.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { askFlows } from '../askFlows.ts';

const PAST = 12;

export type PaceCurves = {
  /** How a month fills; null: nothing came in them. */
  curve: (stage: LadderStage) => PacePoint[] | null;
  /** The months that the curves are of. */
  pacing: { from: Day; to: Day };
};

/** How the twelve months before one filled, day by day, over all segments. */
export async function paceCurves(tx: Tx, scope: QuestionScope, month: Day): Promise<PaceCurves> {
  const spans = Array.from({ length: PAST }, (_, i) => daysOf(addMonths(month, i - PAST)));
  const cuts = [...spans.flat(), month].map((day) => startOfLocalDay(day, scope.timeZone));
  const daily = await askFlows(tx, { ...scope, by: null }, cuts);
  return {
    curve: (stage) => {
      const own = daily.filter((one) => one.stage === stage);
      const counts = new Map(own.map(({ bucket, entries }) => [bucket, entries]));
      let place = 0;
      return paceCurve(spans.map((span) => span.map(() => counts.get(place++) ?? 0)));
    },
    pacing: { from: spans[0]?.[0] ?? month, to: month },
  };
}

function daysOf(month: Day): Day[] {
  const days: Day[] = [];
  const end = addMonths(month, 1);
  for (let day = month; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}
