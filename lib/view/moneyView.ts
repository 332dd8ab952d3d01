import type { Movement } from '#lib/bowtie/stages.ts';
import type { LoopAnswer } from '#lib/contract/bowtie.ts';
import type { BowtieView } from './prepareBowtie.ts';

/** Events tell the counts; accounts and contracts tell the money. */
const OPENS: Record<Movement, string> = {
  expanded: 'expansion',
  renewed: 'renewal-renewed',
  contracted: 'contraction',
  churned: 'churn',
};

/**
 * The same figure with its right side in money: a stage has the ARR that entered it, the mouth the
 * ARR that was added, renewed, taken away and lost. The left side keeps its counts and its scale.
 */
export function moneyView(view: BowtieView, loop: LoopAnswer): BowtieView {
  const amounts: Record<Movement, string> = {
    expanded: loop.expansion,
    renewed: loop.renewals.retained_arr,
    contracted: loop.contraction,
    churned: loop.churn,
  };
  return {
    ...view,
    rightInMoney: true,
    stages: view.stages.map((stage) =>
      stage.side === 'right' ? { ...stage, weight: Number(stage.amount) } : stage,
    ),
    movements: view.movements.map((one) => {
      return { ...one, amount: amounts[one.movement], opens: OPENS[one.movement] };
    }),
  };
}

/** What flows back into the loop: renewed and added ARR, over all that could have. */
export function flowsBack({ expansion, renewals }: LoopAnswer): number {
  return Number(expansion) + Number(renewals.retained_arr);
}
