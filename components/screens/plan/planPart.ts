import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanMeta } from '#lib/contract/planMeta.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { Against, Rank } from '#lib/view/plan/leverWords.ts';
import type { PlanDefaults, PlanState } from '#lib/view/plan/planState.ts';

export type PlanPageState = PlanState & {
  tier: string | null;
  department: string | null;
  /** The saved plan that the page goes on with. */
  scenario: string | null;
  /** Saved plans that it is held against. */
  beside: string[];
  /** The records behind an input, which of them, and the one that is read. */
  open: string | null;
  outcome: Outcome | null;
  record: string | null;
  /** The stage whose months are held beside each other. */
  stage: string | null;
  /** What the levers are held against, and by which of their gains they stand. */
  against: Against;
  rank: Rank;
};

/** What every section of the page Plan is made of. */
export type PlanPart = {
  facts: HomeFacts;
  defaults: PlanDefaults;
  meta: PlanMeta;
  state: PlanPageState;
  /** The plan of the sentence as measured, or as saved: nothing set by hand. */
  base: PlanInput;
  /** The plan of the sentence and of what was set by hand. */
  input: PlanInput;
  /** In whole counts that add up. */
  result: PlanResult;
  format: Format;
  onChange: (
    change:
      | Partial<PlanPageState>
      | ((now: Pick<PlanPageState, 'beside'>) => Partial<PlanPageState>),
  ) => void;
};
