import type { Clock } from '#lib/contract/query.ts';
import { countCohort } from '#lib/store/countCohort.ts';
import { countFlows } from '#lib/store/countFlows.ts';
import { countMovements } from '#lib/store/countMovements.ts';
import { countReached } from '#lib/store/countReached.ts';
import { countStock } from '#lib/store/countStock.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Filters, QuestionScope, Range } from '#lib/store/questionScope.ts';
import { toCohorts } from './cohorts.ts';
import { emptyCounts, type GroupCounts } from './counts.ts';

type Asked = { scope: QuestionScope; clock: Clock; range: Range; movementsWhere: Filters };

/** Asks the store all that one bowtie needs, and sorts the rows into groups. */
export async function askCounts(tx: Tx, asked: Asked): Promise<Map<string, GroupCounts>> {
  const { scope, clock, range } = asked;
  const groups = new Map<string, GroupCounts>();
  const of = (group: string): GroupCounts => {
    const known = groups.get(group) ?? emptyCounts();
    groups.set(group, known);
    return known;
  };
  const cuts = [range.from, range.to];
  if (clock === 'cohort') {
    for (const row of toCohorts(await countCohort(tx, scope, cuts))) {
      of(row.group).stages.set(row.stage, row);
      of(row.group).histograms.set(row.stage, row.histogram);
    }
    for (const { group, stage, reached } of await countReached(tx, scope, range)) {
      of(group).reached.set(stage, reached);
    }
  } else {
    const counts =
      clock === 'period'
        ? await countFlows(tx, scope, cuts)
        : await countStock(tx, scope, range.to);
    for (const row of counts) of(row.group).stages.set(row.stage, row);
  }
  const everyMotion = { ...scope, where: asked.movementsWhere };
  for (const row of await countMovements(tx, everyMotion, range)) {
    of(row.group).movements.set(row.movement, row.events);
  }
  return groups;
}
