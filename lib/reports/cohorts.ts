import type { DurationHistogram } from '#lib/bowtie/durationHistogram.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { CohortRow } from '#lib/store/countCohort.ts';
import type { StageCount } from './counts.ts';

/** The entries of one bucket, group and stage, with the histogram of their durations. */
export type Cohort = StageCount & {
  bucket: number;
  group: string;
  stage: LadderStage;
  histogram: DurationHistogram;
};

type EndedAlike = Pick<CohortRow, 'kind' | 'timed' | 'outOfOrder' | 'durations'>;

/** The histogram of entries that all came to the same kind of end. */
export function histogramOf(row: EndedAlike): DurationHistogram {
  const { kind, timed, outOfOrder, durations } = row;
  const { ms, counts } = countValues(durations.toSorted());
  const none = new Float64Array(ms.length);
  const advanced = kind === 'advanced' ? counts : none;
  return {
    ms,
    advanced,
    timed: timed ? advanced : none,
    outOfOrder: outOfOrder ? advanced : none,
    lost: kind === 'lost' ? counts : none,
    noDecision: kind === 'no_decision' ? counts : none,
    open: kind === 'open' ? counts : none,
  };
}

function countValues(sorted: Float64Array): { ms: Float64Array; counts: Float64Array } {
  const ms = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let size = 0;
  for (const value of sorted) {
    if (size === 0 || ms[size - 1] !== value) {
      ms[size] = value;
      size += 1;
    }
    counts[size - 1] = (counts[size - 1] ?? 0) + 1;
  }
  return { ms: ms.subarray(0, size), counts: counts.subarray(0, size) };
}
