import type { Clock, Outcome } from '#lib/contract/vocabulary.ts';
import type { HandOff } from '../handOff.ts';
import { writeDrill } from './drill.ts';

/** The address of the records behind one point of a trend. */
export function trendRecords(
  { id, from: stage }: Pick<HandOff, 'id' | 'from'>,
  { from, to }: { from: string; to: string },
  outcome: Outcome | null,
  clock: Clock,
): { open: string; outcome: Outcome | null; record: null } {
  // Under the clock period the base of a ratio is another flow: the entries into the stage before.
  if (clock !== 'period') return { open: writeDrill(id, { from, to }), outcome, record: null };
  const what = outcome === null ? stage : id;
  return { open: writeDrill(what, { from, to }), outcome: null, record: null };
}
