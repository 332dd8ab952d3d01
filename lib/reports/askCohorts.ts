import { formatCents } from '#lib/bowtie/money.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { addCohort } from '#lib/store/cells/addEntries.ts';
import { askCells, type Told } from '#lib/store/cells/askCells.ts';
import { type Counted, isEntry } from '#lib/store/cells/cellFact.ts';
import { cutsWithin } from '#lib/store/cells/cutsWithin.ts';
import { type Durations, toDurations } from '#lib/store/cells/durations.ts';
import { bucketOf } from '#lib/store/cells/planMonths.ts';
import { toHistogram } from '#lib/store/cells/toHistogram.ts';
import { countCohort } from '#lib/store/countCohort.ts';
import { countReached, type Reached } from '#lib/store/countReached.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import type { Cohort } from './cohorts.ts';

/** Definitions, section 6: up to this base durations are exact. */
const EXACT_BASE = 100_000;

type Options = {
  /** Whether to count which later stages the records of the first stage reached. */
  reached?: boolean;
  /** Stages whose durations are wanted; all. */
  timed?: readonly LadderStage[];
  /** Where the answer has no place to say that it is approximate. */
  exact?: boolean;
};

/** The entries of one bucket, group and stage, with their durations. */
export type CohortDurations = Omit<Cohort, 'histogram'> & { durations: Durations };

type Cohorts = { cohorts: CohortDurations[]; reached: Reached[] };

/**
 * Which records entered each stage between the cuts, and what came of them: from cells, and from
 * entries where cells do not know. Both say the same; above a base of 100,000 cells say it with
 * approximate durations.
 */
export async function askCohorts(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
  { reached = false, timed = scope.stages, exact = false }: Options = {},
): Promise<Cohorts> {
  const later = reached ? scope.stages.slice(1).map((stage): Counted => `>${stage}`) : [];
  const found = await askCells(tx, {
    ...{ scope, cuts, timed, counted: [...scope.stages, ...later] },
    exactBase: exact ? Number.MAX_SAFE_INTEGER : EXACT_BASE,
  });
  for (const range of found.slow) {
    const parts = cutsWithin(cuts, range);
    for (const row of await countCohort(tx, scope, parts)) {
      const bucket = bucketOf(cuts, parts[row.bucket] ?? 0);
      addCohort(found.of(row.stage, bucket, nameOf(row.group, scope)), row, scope.asOf);
    }
    for (const row of later.length > 0 ? await countReached(tx, scope, range) : []) {
      if (row.stage !== scope.stages[0]) {
        found.of(`>${row.stage}`, 0, row.group).addSums(row.reached, 0, 0, 0);
      }
    }
  }
  return toAnswer(found.told(), scope, reached);
}

/** TRICKY: the database writes a JSON list with spaces, and both must be one group. */
function nameOf(group: string, { and }: QuestionScope): string {
  return and === null || and === undefined ? group : JSON.stringify(JSON.parse(group));
}

function toAnswer(told: readonly Told[], scope: QuestionScope, reached: boolean): Cohorts {
  const answer: Cohorts = { cohorts: [], reached: [] };
  for (const { counted, bucket, group, gathered } of told) {
    const { entries, implied, unconverted } = gathered;
    if (!isEntry(counted)) {
      const stage = counted.slice(1) as LadderStage;
      answer.reached.push({ group, stage, reached: entries });
      continue;
    }
    const counts = { entries, implied, unconverted, amount: formatCents(gathered.cents.total) };
    const durations = toDurations(gathered, scope.asOf);
    answer.cohorts.push({ bucket, group, stage: counted, ...counts, durations });
    if (reached && counted === scope.stages[0]) {
      answer.reached.push({ group, stage: counted, reached: entries });
    }
  }
  return answer;
}

/** The same with exact histograms, for answers that have no place to say that they are not. */
export async function exactCohorts(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
): Promise<Cohort[]> {
  const { cohorts } = await askCohorts(tx, scope, cuts, { exact: true });
  return cohorts.map(({ durations, ...rest }) => ({ ...rest, histogram: toHistogram(durations) }));
}
