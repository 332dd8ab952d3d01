import { createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { joinValues, splitValues } from '#lib/contract/valueList.ts';
import { CLOCKS, COMPARES, OUTCOMES, RULES } from '#lib/contract/vocabulary.ts';
import { PERIODS } from '#lib/view/periods.ts';

export const values = createParser({
  parse: (text: string) => splitValues(text),
  serialize: (list: string[]) => joinValues(list),
  eq: (a, b) => a.length === b.length && a.every((value, index) => value === b[index]),
}).withDefault([]);

export const localDate = createParser({
  parse: (text: string) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null,
  serialize: (date: string) => date,
});

const days = createParser({
  parse: (text: string) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const FORMS = ['figure', 'table'] as const;

/** The address of the home page: flat, readable, defaults absent, wrong values fall to defaults. */
export const homeSearch = {
  period: parseAsStringLiteral(PERIODS).withDefault('last12'),
  from: localDate,
  to: localDate,
  compare: parseAsStringLiteral(COMPARES).withDefault('previous'),
  clock: parseAsStringLiteral(CLOCKS).withDefault('cohort'),
  rule: parseAsStringLiteral(RULES).withDefault('implied'),
  window: days,
  show: parseAsStringLiteral(FORMS).withDefault('figure'),
  right: parseAsStringLiteral(['counts', 'money'] as const).withDefault('counts'),
  trend: parseAsString,
  grain: parseAsStringLiteral(['week', 'month'] as const).withDefault('month'),
  trendShow: parseAsStringLiteral(FORMS).withDefault('figure'),
  pace: parseAsStringLiteral(['each', 'sum'] as const).withDefault('each'),
  open: parseAsString,
  outcome: parseAsStringLiteral(OUTCOMES),
  record: parseAsString,
  /** The saved view that all this came from. */
  view: parseAsString,
  ...(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, values])) as Record<
    Dimension,
    typeof values
  >),
};
