import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { type ArrUnit, OWN_UNITS } from '#lib/bowtie/accountRevenue.ts';
import type { Dimension } from '#lib/bowtie/dimensions.ts';

/** At most one dimension, in groups or with one value, can be answered from derived steps. */
export type RevenueScope = {
  by: Dimension | null;
  only: { dimension: Dimension; value: string } | null;
};

/** The steps that a question sums, and the group of each. */
export type ArrPart = { unit: ArrUnit; group: Sql; filter: Sql };

/**
 * The steps behind the total (`by` null), or behind the groups of a dimension. An account has one
 * channel, owner and region: its own steps are those within them.
 */
export function arrPart({ by, only }: RevenueScope): ArrPart {
  const dimension = by ?? only?.dimension ?? null;
  const own = OWN_UNITS.find((unit) => unit === dimension);
  const column = own === undefined ? dimension : 'value';
  return {
    unit: own ?? 'total',
    group: by === null || column === null ? sql`''` : raw(`${column}`),
    filter: only === null || column === null ? empty : sql`and ${raw(column)} = ${only.value}`,
  };
}

/** The contracts that a question counts, and the group of each. */
export function termPart({ by, only }: RevenueScope): { group: Sql; filter: Sql } {
  return {
    group: by === null ? sql`''` : raw(by),
    filter: only === null ? empty : sql`and ${raw(only.dimension)} = ${only.value}`,
  };
}
