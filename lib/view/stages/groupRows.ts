import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { GroupsAnswer } from '#lib/contract/stages.ts';
import type { Cell } from '../toCsv.ts';

export type Group = GroupsAnswer['data']['groups'][number];
export const GROUP_COLUMNS = [
  'name',
  'base',
  'advanced',
  'rate',
  'matured',
  'median',
  'open',
] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];
export type GroupSort = { column: GroupColumn; descending: boolean };

function sortValue({ base, advanced, rate, matured, days, open }: Group, column: GroupColumn) {
  if (column === 'rate') return rate;
  if (column === 'matured') return matured?.rate ?? null;
  if (column === 'median') return days.p50;
  return { name: null, base, advanced, open }[column];
}

/** By a column; groups without a value come last, and `name` is the order of the answer. */
export function sortGroups(groups: readonly Group[], sort: GroupSort): Group[] {
  if (sort.column === 'name') return sort.descending ? groups.toReversed() : [...groups];
  const sign = sort.descending ? -1 : 1;
  return groups.toSorted((a, b) => {
    const [left, right] = [sortValue(a, sort.column), sortValue(b, sort.column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

export function groupsTable(groups: readonly Group[], dimensions: readonly Dimension[]): Cell[][] {
  const head = [
    'base',
    'advanced',
    'lost',
    'no_decision',
    'expired',
    'open',
    'rate',
    'low',
    'high',
  ];
  return [
    [...dimensions, ...head, 'matured_rate', 'days_p25', 'days_p50', 'days_p75'],
    ...groups.map((group) => [
      ...dimensions.map((dimension) => group.key[dimension] ?? ''),
      ...[group.base, group.advanced, group.lost, group.no_decision, group.expired, group.open],
      group.rate,
      group.interval?.[0] ?? null,
      group.interval?.[1] ?? null,
      group.matured?.rate ?? null,
      ...[group.days.p25, group.days.p50, group.days.p75],
    ]),
  ];
}
