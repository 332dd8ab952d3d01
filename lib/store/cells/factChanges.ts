import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { CellFact } from './cellFact.ts';

type Balance = { fact: CellFact; weight: number };

/** What must be added and taken away, so that facts of before become those of now. */
export function factChanges(before: readonly CellFact[], now: readonly CellFact[]): CellFact[] {
  // Few facts of a record lie at one moment: to find one by that is quicker than by all it says.
  const moments = new Map<number, Balance[]>();
  const add = (fact: CellFact, weight: number) => {
    const known = moments.get(fact.at);
    const same = known?.find((one) => isSame(one.fact, fact));
    if (same) same.weight += weight;
    else if (known) known.push({ fact, weight });
    else moments.set(fact.at, [{ fact, weight }]);
  };
  for (const fact of before) add(fact, -fact.weight);
  for (const fact of now) add(fact, fact.weight);
  const changes: CellFact[] = [];
  for (const balances of moments.values()) {
    for (const { fact, weight } of balances) {
      const one = weight > 0 ? (1 as const) : (-1 as const);
      for (let left = Math.abs(weight); left > 0; left -= 1) changes.push({ ...fact, weight: one });
    }
  }
  return changes;
}

/** Whatever their weight. */
function isSame(a: CellFact, b: CellFact): boolean {
  return (
    a.counted === b.counted &&
    a.kind === b.kind &&
    a.ms === b.ms &&
    a.rule === b.rule &&
    a.implied === b.implied &&
    a.unconverted === b.unconverted &&
    a.amount === b.amount &&
    DIMENSIONS.every((dimension) => a.dimensions[dimension] === b.dimensions[dimension])
  );
}
