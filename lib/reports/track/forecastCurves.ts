import { outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import {
  type DurationHistogram,
  durationHistogram,
  EMPTY_CELL,
  mergeHistograms,
} from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { type DayCurve, dayCurve } from '#lib/bowtie/forecast/dayCurve.ts';
import { planningHorizon } from '#lib/bowtie/forecast/planningHorizon.ts';
import { daysBetween } from '#lib/bowtie/localDay.ts';
import type { ForecastRate } from '#lib/contract/planForecast.ts';
import { ENOUGH, type Group, isOf } from '../plan/measured.ts';
import type { ForecastFacts } from './forecastFacts.ts';

type Curve = { curve: DayCurve; told: ForecastRate };

/** The segment's own curve where enough entries stand behind it, else that of all. */
export function forecastCurves(facts: ForecastFacts, key: string): Curve[] {
  const { stages } = facts;
  const conversions = stages.map((stage, i) => {
    const histogramOf = (group: Group) => conversionOf(facts, group, stage);
    return curveOf(key, `${stage}>${stages[i + 1] ?? 'won'}`, histogramOf);
  });
  if (facts.source !== 'contracts') return conversions;
  return [...conversions, curveOf(key, 'won>revenue', (group) => startsOf(facts, group))];
}

function curveOf(
  segment: string,
  conversion: string,
  histogramOf: (group: Group) => DurationHistogram,
): Curve {
  const own = histogramOf(segment);
  const isEnough = outcomeCounts(own).base >= ENOUGH && planningHorizon(own) !== null;
  const histogram = isEnough ? own : histogramOf(null);
  const horizon_days = planningHorizon(histogram) ?? lastOf(histogram);
  const curve = dayCurve(histogram, horizon_days);
  const { base } = outcomeCounts(histogram);
  const source = isEnough ? 'segment' : 'organization';
  return { curve, told: { segment, conversion, rate: curve.rate, base, horizon_days, source } };
}

function lastOf({ ms }: DurationHistogram): number {
  return (ms[ms.length - 1] ?? 0) / DAY_MS;
}

function conversionOf({ cohorts }: ForecastFacts, group: Group, stage: string): DurationHistogram {
  const own = cohorts.filter((one) => one.stage === stage && isOf(group, one.group));
  return mergeHistograms(own.map(({ histogram }) => histogram));
}

/** A contract begins with a day: what waits a day begins half a day after the middle of the day. */
function startsOf({ wins, day }: ForecastFacts, group: Group): DurationHistogram {
  const own = wins.filter((one) => isOf(group, one.group));
  return durationHistogram(
    own.map(({ day: won, starts }) => {
      if (starts === null || starts > day) {
        return { ...EMPTY_CELL, ms: (daysBetween(won, day) + 0.5) * DAY_MS, open: 1 };
      }
      const days = Math.max(0, daysBetween(won, starts) - 0.5);
      return { ...EMPTY_CELL, ms: days * DAY_MS, advanced: 1 };
    }),
  );
}
