import type { Format } from '../createFormat.ts';
import { stageName, type Text } from '../text.ts';
import type { Metric } from './metrics.ts';

/** A value of a worked example, as it is to be written. Plain data: it travels to the browser. */
export type ExampleValue =
  | { as: 'count' | 'percent' | 'days' | 'points'; value: number | null }
  | { as: 'money' | 'day' | 'stage'; value: string }
  | { as: 'interval'; value: readonly [number, number] | null };
export type ExampleValues = Record<string, ExampleValue>;

export const count = (value: number): ExampleValue => ({ as: 'count', value });
export const percent = (value: number | null): ExampleValue => ({ as: 'percent', value });
export const points = (value: number): ExampleValue => ({ as: 'points', value });
export const days = (value: number | null): ExampleValue => ({ as: 'days', value });
export const money = (value: string): ExampleValue => ({ as: 'money', value });
export const day = (value: string): ExampleValue => ({ as: 'day', value });
export const stage = (value: string): ExampleValue => ({ as: 'stage', value });

/** As the reader's language writes it. */
function exampleText(one: ExampleValue, format: Format): string | Text {
  switch (one.as) {
    case 'interval':
      return format.interval(one.value);
    case 'money':
      return format.money(one.value);
    case 'day':
      return format.day(one.value);
    case 'stage':
      return stageName(one.value);
    case 'points':
      return format.points(one.value ?? 0);
    case 'days':
      return format.days(one.value);
    default:
      return format[one.as](one.value);
  }
}

export function exampleSentence(metric: Metric, example: ExampleValues, format: Format): Text {
  const written = Object.entries(example).map(([name, one]) => [name, exampleText(one, format)]);
  return { key: `definitions.metric.${metric}.example`, values: Object.fromEntries(written) };
}
