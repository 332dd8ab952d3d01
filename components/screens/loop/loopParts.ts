import type { LoopPageAnswer } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { LoopState } from '#lib/view/loop/loopState.ts';

/** What every section of the page is made of. */
export type LoopParts = {
  answer: LoopPageAnswer;
  state: LoopState;
  format: Format;
  onChange: (change: Partial<LoopState>) => void;
};

/** The day that the answer is of, as near as a default needs it. */
export function lastDay({ as_of }: LoopPageAnswer['meta']): string {
  return as_of.slice(0, 10);
}
