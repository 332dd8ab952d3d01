import { apportion, wholeCount } from './apportion.ts';
import type { Flow } from './flow.ts';
import type { SegmentPlan } from './planTypes.ts';
import { flowTotal } from './segmentFlows.ts';

/** One stage of all segments: what is locked, then the months. */
function rounded(parts: readonly (readonly number[])[]): number[][] {
  const totals = parts.map((own) => own.reduce((sum, one) => sum + one, 0));
  const whole = wholeCount(totals.reduce((sum, one) => sum + one, 0));
  return apportion(whole, totals).map((total, i) => apportion(total, parts[i] ?? []));
}

/**
 * A plan in whole counts: of each stage the total of all segments is rounded up, and segments,
 * locked part and months sum exactly to it by the largest remainder. Source: definitions,
 * section 8 (6).
 * @example
 * const month = { month: '2027-01', wins: 133.33, entries: {} };
 * const bare = { key: 'all', new_arr: '1.00', entries: {}, locked: {}, available: {} };
 * roundPlan([{ ...bare, wins: 133.33, months: [month] }])[0]?.months[0]?.wins // => 134
 */
export function roundPlan(segments: readonly SegmentPlan[]): SegmentPlan[] {
  const stages = new Set(segments.flatMap(({ entries }) => Object.keys(entries)));
  const wins = rounded(segments.map(({ months }) => months.map((month) => month.wins)));
  const counts = new Map(
    [...stages].map((stage) => {
      const parts = segments.map(({ locked, months }) => [
        locked[stage] ?? 0,
        ...months.map(({ entries }) => entries[stage] ?? 0),
      ]);
      return [stage, rounded(parts)] as const;
    }),
  );
  return segments.map((segment, i) => {
    const own = Object.keys(segment.entries);
    const of = (pick: (parts: readonly number[]) => number) =>
      Object.fromEntries(own.map((stage) => [stage, pick(counts.get(stage)?.[i] ?? [])]));
    const sum = (parts: readonly number[]) => parts.reduce((all, one) => all + one, 0);
    return {
      ...segment,
      wins: sum(wins[i] ?? []),
      entries: of(sum),
      locked: of((parts) => parts[0] ?? 0),
      available: Object.fromEntries(
        Object.entries(segment.available).map(([stage, n]) => [stage, Math.floor(n + 1e-9)]),
      ),
      months: segment.months.map(({ month }, m) => ({
        month,
        wins: wins[i]?.[m] ?? 0,
        entries: of((parts) => parts[m + 1] ?? 0),
      })),
    };
  });
}

/**
 * A flow from the start of the plan in whole counts that sum to its total, rounded up.
 * @example
 * roundFlow({ early: 0, values: [1.5, 1.6] }).values // => [2, 2]
 */
export function roundFlow(flow: Flow): Flow {
  return { ...flow, values: apportion(wholeCount(flowTotal(flow)), flow.values) };
}
