import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { HORIZONS, LOOP_SPLITS, MEASURES } from '#lib/view/loop/loopState.ts';
import { PERIODS } from '#lib/view/periods.ts';
import { localDate, values } from './homeSearch.ts';

const form = parseAsStringLiteral(['figure', 'table'] as const).withDefault('figure');

/** The address of the page Loop: flat, defaults absent, wrong values fall to defaults. */
export const loopSearch = {
  period: parseAsStringLiteral(PERIODS).withDefault('last12'),
  from: localDate,
  to: localDate,
  grain: parseAsStringLiteral(['month', 'quarter'] as const).withDefault('month'),
  by: parseAsStringLiteral(LOOP_SPLITS).withDefault('none'),
  bridge: form,
  growth: form,
  retention: form,
  measure: parseAsStringLiteral(MEASURES).withDefault('net'),
  due: parseAsStringLiteral(HORIZONS).withDefault('90'),
  risk: parseAsBoolean.withDefault(false),
  open: parseAsString,
  account: parseAsString,
  view: parseAsString,
  ...(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, values])) as Record<
    Dimension,
    typeof values
  >),
};
