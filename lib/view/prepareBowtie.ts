import { ratio } from '#lib/bowtie/ratio.ts';
import { LADDER, type LadderStage, MOVEMENTS, type Movement } from '#lib/bowtie/stages.ts';
import type { AnswerMeta, BowtieTotal, StageAnswer } from '#lib/contract/bowtie.ts';
import { type HandOff, prepareHandOff } from './handOff.ts';

export type Side = 'left' | 'knot' | 'right';

export type StageView = StageAnswer & {
  side: Side;
  /** Part of the entries without an event of their own; null over an empty stage. */
  impliedShare: number | null;
  /** Entries in the comparison period. */
  before: number | null;
  /** What its height stands for where that is not the number of entries. */
  weight?: number;
};

export type MovementView = {
  movement: Movement;
  count: number;
  before: number | null;
  /** Stands in place of the count where the right side is in money. */
  amount?: string;
  /** What lies behind it, as the address says it: its events, or in money whose ARR moved. */
  opens: string;
};

export type BowtieView = {
  clock: AnswerMeta['clock'];
  stages: StageView[];
  handOffs: HandOff[];
  /** Empty for the snapshot: a stock has no movements. */
  movements: MovementView[];
  isEmpty: boolean;
  /** The right side tells ARR on a scale of its own. */
  rightInMoney?: boolean;
};

/** Top to bottom at the mouth of the loop: what adds above, what takes away below. */
const MOUTH: readonly Movement[] = ['expanded', 'renewed', 'contracted', 'churned'];

/** What the figure, its table and its export show; all of them draw this and decide nothing. */
export function prepareBowtie(
  total: BowtieTotal,
  before: BowtieTotal | null,
  clock: AnswerMeta['clock'],
): BowtieView {
  const stages = total.stages.map((stage) => stageView(stage, before));
  const handOffs = total.conversions.map((conversion) =>
    prepareHandOff(
      conversion,
      before?.conversions.find(
        ({ from, to }) => from === conversion.from && to === conversion.to,
      ) ?? null,
    ),
  );
  const movements = MOUTH.map((movement) => ({
    movement,
    count: total.movements[movement],
    before: before?.movements[movement] ?? null,
    opens: movement,
  }));
  const moved = MOVEMENTS.some((movement) => total.movements[movement] > 0);
  return {
    clock,
    stages,
    handOffs,
    movements: clock === 'snapshot' ? [] : movements,
    isEmpty: !moved && stages.every((stage) => stage.entries === 0),
  };
}

function stageView(stage: StageAnswer, before: BowtieTotal | null): StageView {
  return {
    ...stage,
    side: sideOf(stage.stage),
    impliedShare: ratio(stage.implied, stage.entries),
    before: before?.stages.find((each) => each.stage === stage.stage)?.entries ?? null,
  };
}

export function sideOf(stage: LadderStage): Side {
  if (stage === 'won') return 'knot';
  return LADDER.indexOf(stage) < LADDER.indexOf('won') ? 'left' : 'right';
}
