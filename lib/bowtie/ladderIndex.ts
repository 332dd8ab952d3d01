import { LADDER, type Stage } from './stages.ts';

/**
 * The place of a stage on the ladder, from 0 (`prospect`); -1 for ends and movements, which imply
 * nothing. Source: definitions, section 2.
 * @example
 * ladderIndex('won') // => 4
 * ladderIndex('renewed') // => -1
 */
export function ladderIndex(stage: Stage): number {
  return (LADDER as readonly Stage[]).indexOf(stage);
}
