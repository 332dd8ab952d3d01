import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Format } from '../createFormat.ts';
import { type InputFact, inputFacts } from './inputFacts.ts';

/** An input that is not the same everywhere; null where a plan has no such input. */
export type InputDiff = Pick<InputFact, 'id' | 'of' | 'name'> & {
  cells: (InputFact['shown'] | null)[];
};

/**
 * What plans take differently as given, as people read it: a rate that was measured some minutes
 * later differs far behind the digits that anybody sees.
 */
export function inputDiffs(plans: readonly PlanInput[], format: Format): InputDiff[] {
  const all = plans.map((plan) => new Map(inputFacts(plan, format).map((one) => [one.id, one])));
  const known = new Map(all.flatMap((facts) => [...facts]));
  return [...known.values()].flatMap(({ id, of, name }) => {
    const found = all.map((facts) => facts.get(id) ?? null);
    if (new Set(found.map((one) => JSON.stringify(one?.shown ?? null))).size === 1) return [];
    return [{ id, of, name, cells: found.map((one) => one?.shown ?? null) }];
  });
}
