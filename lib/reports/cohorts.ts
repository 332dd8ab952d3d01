import { type DurationHistogram, mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
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

/** Puts the rows of one cohort together, whatever their ends. */
export function toCohorts(rows: readonly CohortRow[]): Cohort[] {
  const parts = Map.groupBy(rows, ({ bucket, stage, group }) => `${bucket} ${stage} ${group}`);
  return [...parts.values()].flatMap((own) => {
    const first = own[0];
    if (first === undefined) return [];
    const sum = (field: 'entries' | 'implied' | 'unconverted') =>
      own.reduce((total, row) => total + row[field], 0);
    return [
      {
        bucket: first.bucket,
        group: first.group,
        stage: first.stage,
        entries: sum('entries'),
        implied: sum('implied'),
        amount: sumMoney(own.map((row) => row.amount)),
        unconverted: sum('unconverted'),
        histogram: mergeHistograms(own.map(histogramOf)),
      },
    ];
  });
}

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
