import { planFeasibility } from '#lib/bowtie/plan/planFeasibility.ts';
import { planProblemLines } from '#lib/view/plan/planProblemLines.ts';
import type { Block } from '../paperModel.ts';
import type { PlanWords } from '../planWords.ts';

export const MOST_ON_COVER = 12;

type Points = Extract<Block, { kind: 'points' }>['items'];

/** All that speaks against the plan in words, with what would mend it. */
export function gapPoints({ print, plan, say, format }: PlanWords): Points {
  const { plan: input, whole, known } = print;
  const flags = planFeasibility(input, whole.segments, known.history);
  const lines = planProblemLines({ input, result: whole, flags, set: '', format });
  return lines.map(({ weight, says, mend }) => ({
    tag: plan(`gaps.weights.${weight}`),
    text: say(says),
    mend: mend === null ? null : say(mend.says),
  }));
}
