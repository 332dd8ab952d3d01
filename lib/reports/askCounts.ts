import type { Clock } from '#lib/contract/query.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Filters, QuestionScope, Range } from '#lib/store/questionScope.ts';
import { askCohorts } from './askCohorts.ts';
import { askFlows, askMovements, askStock } from './askFlows.ts';
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
    // Nothing converts from the last stage.
    const timed = scope.stages.slice(0, -1);
    const { cohorts, reached } = await askCohorts(tx, scope, cuts, { reached: true, timed });
    for (const row of cohorts) {
      of(row.group).stages.set(row.stage, row);
      of(row.group).durations.set(row.stage, row.durations);
    }
    for (const row of reached) of(row.group).reached.set(row.stage, row.reached);
  } else {
    const counts =
      clock === 'period' ? await askFlows(tx, scope, cuts) : await askStock(tx, scope, range.to);
    for (const row of counts) of(row.group).stages.set(row.stage, row);
  }
  const everyMotion = { ...scope, where: asked.movementsWhere };
  for (const row of await askMovements(tx, everyMotion, range)) {
    of(row.group).movements.set(row.movement, row.events);
  }
  return groups;
}
