import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { Drill, StagesState } from '#lib/view/stages/stagesState.ts';

/** What every part of the page knows. */
export type StagePart = {
  facts: HomeFacts;
  state: StagesState;
  /** The chosen conversion, as `sql>sal`. */
  conversion: string;
  format: Format;
  onChange: (change: Partial<StagesState>) => void;
  onDrill: (drill: Drill) => void;
};
