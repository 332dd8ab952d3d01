import type { Assumption } from '#lib/contract/planMeta.ts';
import type { Format } from '../createFormat.ts';
import type { Text } from '../text.ts';
import { meanLag } from './lagShape.ts';

/** What is known of how an input was found. */
export type AboutFact = {
  says: 'value' | 'source' | 'base' | 'span' | 'followed' | 'open' | 'about';
  value: Text | string;
};

/** An assumption in lines: value, source, base, dates and maturity, as far as there are any. */
export function aboutInput(one: Assumption, format: Format): AboutFact[] {
  const { source, base, n, from, to, maturity, about } = one;
  const measured = source === 'segment' || source === 'organization';
  const facts: (AboutFact | null)[] = [
    { says: 'value', value: shownValue(one, format) },
    { says: 'source', value: { key: `plan.inputs.source.${source}` } },
    base === null || n === null
      ? null
      : { says: 'base', value: n === base ? format.count(n) : nOf(n, base, format) },
    measured && from !== null && to !== null
      ? { says: 'span', value: format.span(from, to) }
      : null,
    maturity && { says: 'followed', value: format.days(maturity.horizon_days) },
    maturity && { says: 'open', value: format.count(maturity.open) },
    about === null ? null : { says: 'about', value: about },
  ];
  return facts.filter((fact) => fact !== null);
}

function nOf(n: number, base: number, format: Format): Text {
  return {
    key: 'planInputs.about.nOfBase',
    values: { n: format.count(n), base: format.count(base) },
  };
}

function shownValue({ path, value }: Assumption, format: Format): Text | string {
  const field = path.split('.')[2] ?? '';
  if (Array.isArray(value)) {
    const numbers = value.map(Number);
    if (field === 'lags') {
      return { key: 'planInputs.row.months', values: { count: meanLag(numbers).toFixed(1) } };
    }
    return numbers.map((one) => format.wholePercent(one)).join(' · ');
  }
  if (typeof value === 'string') return format.money(value);
  if (typeof value !== 'number') return '—';
  if (['per_month', 'heads'].includes(field)) return value.toFixed(1).replace(/\.0$/, '');
  return format.percent(value);
}
