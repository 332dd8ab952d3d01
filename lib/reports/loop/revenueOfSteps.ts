import { addDays, type Day } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { lapsedBefore, type RenewalTotals } from '#lib/bowtie/renewals.ts';
import { retentionCohorts } from '#lib/bowtie/retentionCohorts.ts';
import { retentionsOf } from '#lib/bowtie/retentionsOf.ts';
import { countDue, dueTerms, pageOfDue } from '#lib/store/dueTerms.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { movedAccounts } from '#lib/store/movedAccounts.ts';
import { payingAccounts } from '#lib/store/payingAccounts.ts';
import { readUnits, type Units } from '#lib/store/readUnits.ts';
import { cellPart, type RevenueScope } from '#lib/store/revenueScope.ts';
import { shrunkAccounts } from '#lib/store/shrunkAccounts.ts';
import { sumCellRenewals } from '#lib/store/sumCells.ts';
import { sumRenewals } from '#lib/store/sumTerms.ts';
import type { Grouped, Revenue } from './revenue.ts';
import { NO_RENEWALS } from './revenueOfFacts.ts';
import { sumsOfSteps } from './sumsOfSteps.ts';

/** Revenue from derived rows; changes after the day of `as_of` do not happen. */
export function revenueOfSteps(tx: Tx, scope: RevenueScope, asOfDay: Day): Revenue {
  const end = addDays(asOfDay, 1);
  const whole: RevenueScope = { ...scope, by: null };
  const upTo = ({ from, to }: DayRange): DayRange => ({
    from: from < end ? from : end,
    to: to < end ? to : end,
  });
  /** The same question of the total, and of the groups where there are any. */
  const ask = async <T>(of: (part: RevenueScope) => Promise<T>): Promise<[T, T | null]> => [
    await of(whole),
    scope.by === null ? null : await of(scope),
  ];
  let read: Promise<Units> | undefined;
  const units = () => {
    read ??= readUnits(tx, scope, end);
    return read;
  };
  return {
    asOfDay,
    source: 'contracts',
    sums: (range, periods) => sumsOfSteps(tx, scope, { range, periods, asOfDay }),
    retentions: async (ranges) => {
      const known = ranges.map(upTo);
      const { total, groups } = await units();
      return {
        total: retentionsOf(total, known),
        groups: new Map([...groups].map(([value, own]) => [value, retentionsOf(own, known)])),
      };
    },
    cohorts: async (periods, until) => retentionCohorts((await units()).total, periods, until),
    renewals: async (range) => {
      const [total, groups] = await ask((part) => renewalsOf(tx, part, range, asOfDay));
      return grouped(total, groups);
    },
    due: (range) => dueTerms(tx, whole, range),
    duePages: {
      page: (asked, page) => pageOfDue(tx, whole, asked, page),
      count: (asked) => countDue(tx, whole, asked),
    },
    moved: (movement, range) => movedAccounts(tx, whole, movement, upTo(range), asOfDay),
    paying: (range) => payingAccounts(tx, whole, upTo(range)),
    shrunk: (since) => shrunkAccounts(tx, since, asOfDay),
  };
}

type DueSums = Omit<RenewalTotals, 'open' | 'openArr'> & { group: string };

function renewalsOf(tx: Tx, part: RevenueScope, range: DayRange, asOfDay: Day): Promise<DueSums[]> {
  const cells = cellPart(part);
  const lapsed = lapsedBefore(asOfDay);
  if (cells === null) return sumRenewals(tx, part, range, lapsed);
  return sumCellRenewals(tx, cells, range, lapsed);
}

function grouped(total: DueSums[], groups: DueSums[] | null): Grouped<RenewalTotals> {
  const [all] = total;
  return {
    total: all === undefined ? NO_RENEWALS : toTotals(all),
    groups: new Map((groups ?? []).map((one) => [one.group, toTotals(one)])),
  };
}

function toTotals({ group: _, ...sums }: DueSums): RenewalTotals {
  const { due, renewed, churned, dueArr, renewedArr, churnedArr } = sums;
  return { ...sums, open: due - renewed - churned, openArr: dueArr - renewedArr - churnedArr };
}
