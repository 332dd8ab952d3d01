import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { CellFact } from './cellFact.ts';

type Balance = { fact: CellFact; weight: number };

const FEW = 24;

/** What must be added and taken away, so that facts of before become those of now. */
export function factChanges(before: readonly CellFact[], now: readonly CellFact[]): CellFact[] {
  const balances: Balance[] = [];
  // Few facts lie at one moment: where there are many, each is looked for among those only.
  const moments = before.length + now.length > FEW ? new Map<number, Balance[]>() : null;
  const add = (fact: CellFact, weight: number) => {
    const among = moments === null ? balances : (moments.get(fact.at) ?? []);
    const same = among.find((one) => isSame(one.fact, fact));
    if (same) {
      same.weight += weight;
      return;
    }
    const balance = { fact, weight };
    balances.push(balance);
    if (moments !== null) moments.set(fact.at, [...among, balance]);
  };
  for (const fact of before) add(fact, -fact.weight);
  for (const fact of now) add(fact, fact.weight);
  return balances.flatMap(({ fact, weight }) => {
    const one = weight > 0 ? (1 as const) : (-1 as const);
    return Array.from({ length: Math.abs(weight) }, () =>
      fact.weight === one ? fact : { ...fact, weight: one },
    );
  });
}

/** Whatever their weight. */
function isSame(a: CellFact, b: CellFact): boolean {
  return (
    a.at === b.at &&
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
