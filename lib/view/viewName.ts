import { nameKey, tidyName } from '#lib/contract/nameKey.ts';
import { MAX_VIEW_NAME } from '#lib/contract/viewWords.ts';

export type NameFault = 'empty' | 'long' | 'taken';

/** What is wrong with a name for a view, by the rules that the server has; null: nothing. */
export function viewNameFault(text: string, others: readonly string[]): NameFault | null {
  const name = tidyName(text);
  if (name === '') return 'empty';
  if ([...name].length > MAX_VIEW_NAME) return 'long';
  return others.some((other) => nameKey(other) === nameKey(name)) ? 'taken' : null;
}
