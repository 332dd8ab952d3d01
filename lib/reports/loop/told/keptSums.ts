import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { Filters } from '#lib/store/questionScope.ts';
import type { EventSpans } from './EventSpans.ts';
import { scanUnits } from './scanUnits.ts';
import { UnitSums } from './UnitSums.ts';

type Sums = Map<string, UnitSums>;

/** Of each organization so many bytes of sums stay in memory, those asked for last. */
const MOST_BYTES = 32_000_000;
const kept = new WeakMap<EventSpans, Map<string, { sums: Sums; bytes: number }>>();

/** Sums of every group. Nothing of them depends on the moment that they are asked for. */
export function keptSums(
  told: EventSpans,
  { where, by }: { where: Filters; by: Dimension | null },
): Sums {
  const all = kept.get(told) ?? new Map<string, { sums: Sums; bytes: number }>();
  kept.set(told, all);
  const key = JSON.stringify([by, where]);
  const found = all.get(key) ?? sumUnits(told, { where, by });
  all.delete(key);
  all.set(key, found);
  let bytes = all.values().reduce((sum, one) => sum + one.bytes, 0);
  for (const [name, one] of all) {
    if (bytes <= MOST_BYTES || name === key) break;
    all.delete(name);
    bytes -= one.bytes;
  }
  return found.sums;
}

function sumUnits(told: EventSpans, asked: { where: Filters; by: Dimension | null }) {
  const groups = scanUnits(told, asked);
  const sums: Sums = new Map();
  let bytes = 0;
  for (const [value, units] of groups) {
    const own = new UnitSums(units);
    sums.set(value, own);
    bytes += own.bytes;
  }
  return { sums, bytes };
}
