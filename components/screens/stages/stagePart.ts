import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import type { StagesState } from '#lib/view/stages/stagesState.ts';

/** Opens the records behind a number: what it counts, and how it is narrower than the page. */
export type OpenRecords = (
  what: string,
  narrow?: ApiParams,
  more?: { outcome?: Outcome; record?: string },
) => void;

/** What every part of the page knows. */
export type StagePart = {
  facts: HomeFacts;
  state: StagesState;
  /** The chosen conversion, as `sql>sal`. */
  conversion: string;
  format: Format;
  onChange: (change: Partial<StagesState>) => void;
  onDrill: OpenRecords;
};
