import { conversionStats, fromFirst, periodConversion } from '#lib/bowtie/conversionStats.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type {
  BowtieTotal,
  ConversionAnswer,
  LoopAnswer,
  StageAnswer,
} from '#lib/contract/bowtie.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { NO_DURATIONS } from '#lib/store/cells/durations.ts';
import { glanceHistogram } from '#lib/store/cells/toHistogram.ts';
import type { GroupCounts, StageCount } from './counts.ts';

type Shown = Pick<BowtieQuery, 'clock' | 'windowDays' | 'horizonDays'>;

const NOTHING: StageCount = { entries: 0, implied: 0, amount: '0.00', unconverted: 0 };

/** One group's answer (or the total's) from its counts: here counts become rates. */
export function composeBowtie(
  stages: readonly LadderStage[],
  counts: GroupCounts,
  query: Shown,
  loop: LoopAnswer,
): BowtieTotal {
  const { movements } = counts;
  const pairs = query.clock === 'snapshot' ? [] : pairsOf(stages);
  return {
    stages: stages.map((stage) => stageOf(stage, stages[0], counts, query)),
    conversions: pairs.map(([from, to]) => conversionOf(from, to, counts, query)),
    movements: {
      renewed: movements.get('renewed') ?? 0,
      expanded: movements.get('expanded') ?? 0,
      contracted: movements.get('contracted') ?? 0,
      churned: movements.get('churned') ?? 0,
    },
    loop,
  };
}

/** The neighbouring stages that are on: what a record converts from and to. */
export function pairsOf(stages: readonly LadderStage[]): [LadderStage, LadderStage][] {
  return stages.flatMap((from, i) => {
    const to = stages[i + 1];
    return to === undefined ? [] : [[from, to] as [LadderStage, LadderStage]];
  });
}

function stageOf(
  stage: LadderStage,
  first: LadderStage | undefined,
  counts: GroupCounts,
  { clock }: Shown,
): StageAnswer {
  const { entries, implied, amount, unconverted } = counts.stages.get(stage) ?? NOTHING;
  const base = first === undefined ? 0 : (counts.stages.get(first)?.entries ?? 0);
  const reached = counts.reached.get(stage) ?? 0;
  const from_first = clock === 'cohort' ? fromFirst(base, reached) : null;
  return { stage, entries, implied, amount, unconverted, from_first };
}

function conversionOf(
  from: LadderStage,
  to: LadderStage,
  { stages, durations }: GroupCounts,
  { clock, windowDays, horizonDays }: Shown,
): ConversionAnswer {
  if (clock === 'period') {
    const flow = (stage: LadderStage) => stages.get(stage)?.entries ?? 0;
    return { from, to, ...periodConversion(flow(from), flow(to)) };
  }
  const own = durations.get(from) ?? NO_DURATIONS;
  const stats = conversionStats(glanceHistogram(own), { windowDays, horizonDays });
  return { from, to, ...stats, approximate: own.bins !== null };
}
