import type { TrendPoint } from '#lib/contract/trend.ts';
import { type Confidence, confidenceOf } from './handOff.ts';
import type { Cell } from './toCsv.ts';

export type TrendDot = TrendPoint & {
  confidence: Confidence;
  /** The final value where every entry has ended or is old enough; else a gap. */
  solid: number | null;
  /** The matured estimate of an unripe point, and the ripe point it starts from. */
  dotted: number | null;
};

/** Points ready to draw: too few is a gap, unripe is dotted, and the dots touch the line. */
export function prepareTrend(points: readonly TrendPoint[]): TrendDot[] {
  const dots = points.map((point) => {
    const confidence = confidenceOf(point.base ?? 0);
    const shown = confidence === 'none' ? null : point.value;
    const estimate = confidence === 'none' ? null : (point.matured ?? null);
    return {
      ...point,
      confidence,
      solid: point.complete ? shown : null,
      dotted: point.complete ? null : estimate,
    };
  });
  return dots.map((dot, index) => {
    const next = dots[index + 1];
    const touches = dot.solid !== null && next !== undefined && next.dotted !== null;
    return touches ? { ...dot, dotted: dot.solid } : dot;
  });
}

export function trendTable(points: readonly TrendDot[]): Cell[][] {
  const head = ['from', 'to', 'base', 'advanced', 'rate', 'matured_rate', 'complete'];
  return [
    head,
    ...points.map((point) => [
      point.from,
      point.to,
      point.base ?? null,
      point.advanced ?? null,
      point.value,
      point.matured ?? null,
      point.complete ? 'yes' : 'no',
    ]),
  ];
}
