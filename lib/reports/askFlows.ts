import { formatCents } from '#lib/bowtie/money.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { MOVEMENTS, type Movement } from '#lib/bowtie/stages.ts';
import { addEntries } from '#lib/store/cells/addEntries.ts';
import { askCells, type Told } from '#lib/store/cells/askCells.ts';
import type { Counted } from '#lib/store/cells/cellFact.ts';
import { cutsWithin } from '#lib/store/cells/cutsWithin.ts';
import { bucketOf } from '#lib/store/cells/planMonths.ts';
import { countFlows, type StageCounts } from '#lib/store/countFlows.ts';
import { countMovements, type MovementCounts } from '#lib/store/countMovements.ts';
import { countStock } from '#lib/store/countStock.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope, Range } from '#lib/store/questionScope.ts';

const COUNTS = { timed: [], exactBase: 0 };

/** Entries into each stage between the cuts: from cells, or from entries where these must. */
export async function askFlows(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
): Promise<StageCounts[]> {
  const found = await askCells(tx, { ...COUNTS, scope, cuts, counted: scope.stages });
  for (const range of found.slow) {
    const parts = cutsWithin(cuts, range);
    for (const row of await countFlows(tx, scope, parts)) {
      const bucket = bucketOf(cuts, parts[row.bucket] ?? 0);
      addEntries(found.of(row.stage, bucket, row.group), row);
    }
  }
  return found.told().map((told) => toStage(told, told.counted as LadderStage));
}

/** Before the first event of any organization. */
const EVER = -8e15;

/** Records in stock at `to`: all that has come into it less all that has left it until then. */
export async function askStock(tx: Tx, scope: QuestionScope, to: Instant): Promise<StageCounts[]> {
  const counted = scope.stages.map((stage): Counted => `=${stage}`);
  const found = await askCells(tx, { ...COUNTS, scope, cuts: [EVER, to], counted });
  // A sum from the beginning has no part that spans could add.
  if (found.slow.length > 0) return countStock(tx, scope, to);
  return found.told().map((told) => toStage(told, told.counted.slice(1) as LadderStage));
}

/** Renewals, expansions, contractions and churns within the range, by event. */
export async function askMovements(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
): Promise<MovementCounts[]> {
  const cuts = [range.from, range.to];
  const found = await askCells(tx, { ...COUNTS, scope, cuts, counted: MOVEMENTS });
  for (const part of found.slow) {
    for (const { movement, group, events } of await countMovements(tx, scope, part)) {
      found.of(movement, 0, group).addSums(events, 0, 0, 0);
    }
  }
  return found.told().map(({ counted, group, gathered }) => {
    return { group, movement: counted as Movement, events: gathered.entries };
  });
}

function toStage({ bucket, group, gathered }: Told, stage: LadderStage): StageCounts {
  const { entries, implied, unconverted } = gathered;
  const amount = formatCents(gathered.cents.total);
  return { bucket, group, stage, entries, implied, amount, unconverted };
}
