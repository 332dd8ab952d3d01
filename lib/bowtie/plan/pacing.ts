import { ratio } from '../ratio.ts';

/** How much of a span's total had come when a share of the span had passed; both ascend to 1. */
export type PacePoint = { elapsed: number; share: number };

/**
 * The historical cumulative curve of spans of one kind (months, quarters, years): the mean share
 * that had come when each part of the span had passed; null without any span that has a total.
 *
 * Each span is its counts per day (or month), the first first; spans may differ in length. Begins
 * at 0 and ends at 1. Source: definitions, section 8 (10).
 * @example
 * paceCurve([[1, 3], [0, 0], [3, 1]])?.map(({ share }) => share) // => [0, 0.5, 1]
 * paceCurve([[0, 0]]) // => null
 */
export function paceCurve(spans: readonly (readonly number[])[]): PacePoint[] | null {
  const curves = spans.flatMap((counts) => {
    const total = counts.reduce((sum, one) => sum + one, 0);
    if (total <= 0) return [];
    let sum = 0;
    const points = counts.map((count, i): PacePoint => {
      sum += count;
      return { elapsed: (i + 1) / counts.length, share: ratio(sum, total) ?? 0 };
    });
    return [[{ elapsed: 0, share: 0 }, ...points]];
  });
  const longest = Math.max(0, ...curves.map((points) => points.length - 1));
  if (longest === 0) return null;
  return Array.from({ length: longest + 1 }, (_, i) => {
    const elapsed = i / longest;
    const sum = curves.reduce((all, points) => all + paceAt(points, elapsed), 0);
    return { elapsed, share: sum / curves.length };
  });
}

/**
 * The share of a curve at a moment, straight between its points; before the first it rises from 0.
 * @example
 * paceAt([{ elapsed: 0.5, share: 0.2 }, { elapsed: 1, share: 1 }], 0.75).toFixed(6) // => '0.600000'
 * paceAt([{ elapsed: 0.5, share: 0.2 }], 0.25) // => 0.1
 */
export function paceAt(curve: readonly PacePoint[], elapsed: number): number {
  let before: PacePoint = { elapsed: 0, share: 0 };
  for (const point of curve) {
    if (elapsed <= point.elapsed) {
      const width = point.elapsed - before.elapsed;
      if (width === 0) return point.share;
      const way = (elapsed - before.elapsed) / width;
      return before.share + way * (point.share - before.share);
    }
    before = point;
  }
  return before.share;
}

/**
 * What should have come by now: by the historical curve, and beside it by the straight line.
 *
 * `elapsed`: share of the span that has passed. Without a curve only the line is known. Units:
 * those of the target. Source: definitions, section 8 (10).
 * @example
 * const curve = [{ elapsed: 10 / 31, share: 0.22 }, { elapsed: 1, share: 1 }];
 * const { onCurve, onLine } = expectedToDate(curve, { target: 1000, elapsed: 10 / 31 });
 * [onCurve, onLine.toFixed(2)] // => [220, '322.58']
 * expectedToDate(null, { target: 8, elapsed: 0.5 }) // => { onCurve: null, onLine: 4 }
 */
export function expectedToDate(
  curve: readonly PacePoint[] | null,
  { target, elapsed }: { target: number; elapsed: number },
): { onCurve: number | null; onLine: number } {
  return { onCurve: curve && paceAt(curve, elapsed) * target, onLine: elapsed * target };
}

/**
 * What has to come in each unit of time that is left; null once nothing is left to come (0 where
 * the target is met). Source: definitions, section 8 (10).
 * @example
 * requiredRunRate({ target: 80, actual: 20, left: 6 }) // => 10
 * requiredRunRate({ target: 80, actual: 90, left: 6 }) // => 0
 * requiredRunRate({ target: 80, actual: 20, left: 0 }) // => null
 */
export function requiredRunRate(given: {
  target: number;
  actual: number;
  left: number;
}): number | null {
  const missing = Math.max(0, given.target - given.actual);
  return missing === 0 ? 0 : ratio(missing, given.left);
}
