import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import {
  ACCOUNT_UNITS,
  type AccountUnit,
  type ArrUnit,
  OWN_UNITS,
  type OwnUnit,
} from '#lib/bowtie/accountRevenue.ts';
import type { CellDimension } from '#lib/bowtie/arrCells.ts';
import { type Dimension, UNKNOWN } from '#lib/bowtie/dimensions.ts';

/** The questions that derived units answer exactly: at most one of a contract's own dimensions. */
export type RevenueScope = {
  by: Dimension | null;
  own: { dimension: OwnUnit; value: string } | null;
  /** An account has one value of each: any of the listed. */
  account: readonly { dimension: AccountUnit; values: readonly string[] }[];
};

/** The rows that a question reads, and the group of each. */
export type ScopePart = { group: Sql; filter: Sql };

/** The same over cells, which are kept by one dimension at a time. */
export type CellPart = ScopePart & { dimension: CellDimension };

export const isOwn = (dimension: Dimension | null): dimension is OwnUnit =>
  OWN_UNITS.some((unit) => unit === dimension);
const isKept = (dimension: Dimension | null): dimension is OwnUnit | AccountUnit =>
  isOwn(dimension) || ACCOUNT_UNITS.some((unit) => unit === dimension);

/** Contracts have no pod: all of them are in one group. */
function groupOf(by: Dimension | null): Sql {
  if (by === null) return sql`''`;
  return by === 'pod' ? sql`${UNKNOWN}::text` : raw(by);
}

function accountFilter({ account }: RevenueScope): Sql {
  if (account.length === 0) return empty;
  const filters = account.map(
    ({ dimension, values }) => sql`and ${raw(dimension)} = any(${values}::text[])`,
  );
  return join(filters, ' ');
}

/** The units behind the total, or behind the groups of a dimension. */
export function unitPart(scope: RevenueScope): ScopePart {
  const { by, own } = scope;
  const unit: ArrUnit['unit'] = own?.dimension ?? (isOwn(by) ? by : 'total');
  const whole = sql`unit = 'total'`;
  const within = sql`unit in ('total', ${unit}) and ${raw(unit)} is not null`;
  const one = own === null ? empty : sql`and ${raw(own.dimension)} = ${own.value}`;
  return {
    group: groupOf(by),
    filter: sql`and ${unit === 'total' ? whole : within} ${one} ${accountFilter(scope)}`,
  };
}

/** The units behind the total and behind the groups at once; a group is null where several are. */
export function unitsTogether(scope: RevenueScope): ScopePart & { isTotal: Sql } {
  const { by, own } = scope;
  if (!isOwn(by) || own !== null) return { ...unitPart(scope), isTotal: sql`true` };
  return {
    group: groupOf(by),
    isTotal: sql`unit = 'total'`,
    filter: sql`and unit in ('total', ${by}) ${accountFilter(scope)}`,
  };
}

/** The contracts that a question counts. */
export function termPart(scope: RevenueScope): ScopePart {
  const { by, own } = scope;
  const one = own === null ? empty : sql`and ${raw(own.dimension)} = ${own.value}`;
  return { group: groupOf(by), filter: sql`${one} ${accountFilter(scope)}` };
}

/** The cells that add up to a question; null where it crosses two dimensions. */
export function cellPart({ by, own, account }: RevenueScope): CellPart | null {
  const named = [by, own?.dimension ?? null, ...account.map(({ dimension }) => dimension)];
  const [dimension = 'total', ...others] = new Set(named.filter(isKept));
  if (others.length > 0) return null;
  const values = own === null ? account[0]?.values : [own.value];
  return {
    dimension,
    group: by === null || by === 'pod' ? groupOf(by) : sql`value`,
    filter: values === undefined ? empty : sql`and value = any(${values}::text[])`,
  };
}
