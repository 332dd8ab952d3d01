import { type DurationHistogram, mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import type { LadderStage, Movement } from '#lib/bowtie/stages.ts';

export type StageCount = { entries: number; implied: number; amount: string; unconverted: number };

/** All counts of one group, or of the total: what the answer is made of. */
export type GroupCounts = {
  stages: Map<LadderStage, StageCount>;
  histograms: Map<LadderStage, DurationHistogram>;
  /** Stages whose histogram is at most 1 % off. */
  approximate: Set<LadderStage>;
  reached: Map<LadderStage, number>;
  movements: Map<Movement, number>;
};

export function emptyCounts(): GroupCounts {
  return {
    stages: new Map(),
    histograms: new Map(),
    approximate: new Set(),
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
    histograms: mergeMaps(
      groups.map((group) => group.histograms),
      mergeHistograms,
    ),
    approximate: new Set(groups.flatMap((group) => [...group.approximate])),
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
