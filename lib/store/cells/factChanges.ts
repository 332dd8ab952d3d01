import { type CellFact, factKey } from './cellFact.ts';

/** What must be added and taken away, so that facts of before become those of now. */
export function factChanges(before: readonly CellFact[], now: readonly CellFact[]): CellFact[] {
  const changes = new Map<string, { fact: CellFact; weight: number }>();
  const add = (fact: CellFact, weight: number) => {
    const key = factKey(fact);
    const known = changes.get(key);
    if (known) known.weight += weight;
    else changes.set(key, { fact, weight });
  };
  for (const fact of before) add(fact, -fact.weight);
  for (const fact of now) add(fact, fact.weight);
  return [...changes.values()].flatMap(({ fact, weight }) =>
    Array.from({ length: Math.abs(weight) }, () => ({
      ...fact,
      weight: weight > 0 ? (1 as const) : (-1 as const),
    })),
  );
}
