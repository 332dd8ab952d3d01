import { wilsonInterval } from '#lib/bowtie/wilsonInterval.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import { type Confidence, confidenceOf, MOSTLY_DONE } from './handOff.ts';
import type { Cell } from './toCsv.ts';

export type TrendDot = TrendPoint & {
  confidence: Confidence;
  /** Its oldest entries are too young to have mostly finished. */
  tooYoung: boolean;
  /** The final value where every entry has ended or is old enough; else a gap. */
  solid: number | null;
  /** The matured estimate of an unripe point, and the ripe point it starts from. */
  dotted: number | null;
  /** The 95 % interval of a ripe cohort's rate; flows are no shares and have none. */
  interval: [number, number] | null;
  /** How far the interval reaches below and above the rate. */
  reach: readonly [number, number] | null;
};

/**
 * Points ready to draw: too few is a gap, unripe is dotted, and the dots touch the line. A matured
 * rate says how many advance within the age of its entries, so before most have
 * had the time to (`usualDays` is the third quartile) it would show a fall that is none: gaps too.
 */
export function prepareTrend(
  points: readonly TrendPoint[],
  age: { asOf: string; usualDays: number | null },
): TrendDot[] {
  const dots = points.map((point) => {
    const confidence = confidenceOf(point.base ?? 0);
    const shown = confidence === 'none' ? null : point.value;
    const tooYoung = !point.complete && isTooYoung(point, age);
    const estimate = confidence === 'none' || tooYoung ? null : (point.matured ?? null);
    const solid = point.complete ? shown : null;
    const interval = solid === null ? null : intervalOf(point);
    return {
      ...point,
      interval,
      reach:
        interval && solid !== null ? ([solid - interval[0], interval[1] - solid] as const) : null,
      confidence,
      tooYoung,
      solid,
      dotted: point.complete ? null : estimate,
    };
  });
  return dots.map((dot, index) => {
    const next = dots[index + 1];
    const touches = dot.solid !== null && next !== undefined && next.dotted !== null;
    return touches ? { ...dot, dotted: dot.solid } : dot;
  });
}

function intervalOf({ base = 0, advanced = 0, matured }: TrendPoint): [number, number] | null {
  return matured === undefined ? null : wilsonInterval(advanced, base);
}

const DAY_MS = 86_400_000;

function isTooYoung({ from }: TrendPoint, age: { asOf: string; usualDays: number | null }) {
  if (age.usualDays === null) return false;
  return Date.parse(age.asOf) - Date.parse(from) < MOSTLY_DONE * age.usualDays * DAY_MS;
}

export function trendTable(points: readonly TrendDot[]): Cell[][] {
  const head = ['from', 'to', 'base', 'advanced', 'rate', 'low', 'high'];
  const rest = ['matured_rate', 'complete'];
  return [
    [...head, ...rest],
    ...points.map((point) => [
      point.from,
      point.to,
      point.base ?? null,
      point.advanced ?? null,
      point.value,
      point.interval?.[0] ?? null,
      point.interval?.[1] ?? null,
      point.matured ?? null,
      point.complete ? 'yes' : 'no',
    ]),
  ];
}
