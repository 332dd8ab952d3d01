import { sumMoney } from '#lib/bowtie/money.ts';
import type { LadderStage, Movement } from '#lib/bowtie/stages.ts';
import { type Durations, mergeDurations } from '#lib/store/cells/durations.ts';

export type StageCount = { entries: number; implied: number; amount: string; unconverted: number };

/** All counts of one group, or of the total: what the answer is made of. */
export type GroupCounts = {
  stages: Map<LadderStage, StageCount>;
  durations: Map<LadderStage, Durations>;
  reached: Map<LadderStage, number>;
  movements: Map<Movement, number>;
};

export function emptyCounts(): GroupCounts {
  return {
    stages: new Map(),
    durations: new Map(),
    reached: new Map(),
    movements: new Map(),
  };
}

/** The counts of the total, from those of its groups: every count is additive. */
export function mergeCounts(groups: readonly GroupCounts[]): GroupCounts {
  return {
    stages: mergeMaps(
      groups.map((group) => group.stages),
      addStages,
    ),
    durations: mergeMaps(
      groups.map((group) => group.durations),
      mergeDurations,
    ),
    reached: mergeMaps(
      groups.map((group) => group.reached),
      sum,
    ),
    movements: mergeMaps(
      groups.map((group) => group.movements),
      sum,
    ),
  };
}

function addStages(counts: StageCount[]): StageCount {
  return {
    entries: sum(counts.map((count) => count.entries)),
    implied: sum(counts.map((count) => count.implied)),
    amount: sumMoney(counts.map((count) => count.amount)),
    unconverted: sum(counts.map((count) => count.unconverted)),
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mergeMaps<K, V>(maps: Map<K, V>[], merge: (values: V[]) => V): Map<K, V> {
  const lists = new Map<K, V[]>();
  for (const map of maps) {
    for (const [key, value] of map) lists.set(key, [...(lists.get(key) ?? []), value]);
  }
  return new Map([...lists].map(([key, values]) => [key, merge(values)]));
}
