import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Format } from '../createFormat.ts';
import { type InputFact, inputFacts } from './inputFacts.ts';

/** An input that is not the same everywhere; null where a plan has no such input. */
export type InputDiff = Pick<InputFact, 'id' | 'of' | 'name'> & {
  cells: (InputFact['shown'] | null)[];
};

/** Figures that differ only by how they were written down. */
const SAME = 1e-9;

/** What plans take differently as given: that is all that can make their answers differ. */
export function inputDiffs(plans: readonly PlanInput[], format: Format): InputDiff[] {
  const all = plans.map((plan) => new Map(inputFacts(plan, format).map((one) => [one.id, one])));
  const known = new Map(all.flatMap((facts) => [...facts]));
  return [...known.values()].flatMap(({ id, of, name }) => {
    const found = all.map((facts) => facts.get(id) ?? null);
    const first = found[0]?.raw;
    if (found.every((one) => isSame(one?.raw, first))) return [];
    return [{ id, of, name, cells: found.map((one) => one?.shown ?? null) }];
  });
}

function isSame(a: InputFact['raw'] | undefined, b: InputFact['raw'] | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b));
}
