import type { BowtieQuery } from '#lib/contract/query.ts';
import type { OracleQuery } from './oracle.ts';

/** A question of the oracle as one of the product. */
export function toQuery(query: OracleQuery): BowtieQuery {
  return {
    from: query.from,
    to: query.to,
    clock: query.clock ?? 'cohort',
    rule: query.rule ?? 'implied',
    windowDays: query.windowDays ?? null,
    horizonDays: query.horizonDays ?? null,
    asOf: query.asOf ?? null,
    by: query.by ?? null,
    compare: query.compare ?? 'none',
    where: query.where ?? {},
  };
}

/** What the oracle says, with times written as the product writes them: no closing zeros. */
export function asWire<T>(answer: T): T {
  const text = JSON.stringify(answer);
  return JSON.parse(
    text.replace(/(:\d\d)(?:\.(\d*?))?0*Z"/g, (_, time, part) => {
      return `${time}${part ? `.${part}` : ''}Z"`;
    }),
  );
}
