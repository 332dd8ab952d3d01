import { keptUnit } from '#lib/bowtie/keptUnit.ts';
import { addDays, type Day } from '#lib/bowtie/localDay.ts';
import { type ArrMovement, arrChanges } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { renewalTotals } from '#lib/bowtie/renewals.ts';
import { retentionOf } from '#lib/bowtie/retention.ts';
import { retentionCohorts } from '#lib/bowtie/retentionCohorts.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { MovedAccount } from '#lib/store/movedAccounts.ts';
import type { PayingAccount } from '#lib/store/payingAccounts.ts';
import type { Grouped, Revenue, RevenueSums } from '../revenue.ts';
import { dayNumber } from './dayNumber.ts';
import type { EventSpans } from './EventSpans.ts';
import { keptSums } from './keptSums.ts';
import { addUnit, passing, scanUnits } from './scanUnits.ts';
import { UnitColumns } from './UnitColumns.ts';
import { UnitSums } from './UnitSums.ts';

type Asked = Pick<BowtieQuery, 'by' | 'where'>;

const NOBODY = new UnitSums(new UnitColumns());

/** Revenue that events tell, from columns: the same answers as `revenueOfFacts` gives. */
export function revenueOfEvents(told: EventSpans, asOfDay: Day, { by, where }: Asked): Revenue {
  const total = () => keptSums(told, { where, by: null }).get('') ?? NOBODY;
  const groups = () => (by === null ? new Map<string, UnitSums>() : keptSums(told, { where, by }));
  const units = () => scanUnits(told, { where, by: null }).get('') ?? new UnitColumns();
  return {
    asOfDay,
    source: told.rows.size > 0 ? 'events' : 'none',
    sums: async (range, periods) => {
      const unconverted = countUnconverted(told, { by, where }, range);
      const sum = (own: UnitSums, count: number): RevenueSums => ({
        periods: periods.map((days) => own.period(days)),
        retention: retentionOf(own.retention(range)),
        unconverted: count,
      });
      const each = groups();
      const values = new Set([...each.keys(), ...unconverted.groups.keys()]);
      return {
        total: sum(total(), unconverted.total),
        groups: new Map(
          [...values].map((value) => [
            value,
            sum(each.get(value) ?? NOBODY, unconverted.groups.get(value) ?? 0),
          ]),
        ),
      };
    },
    retentions: async (ranges) => {
      const of = (own: UnitSums) => ranges.map((range) => own.retention(range));
      return {
        total: of(total()),
        groups: new Map([...groups()].map(([value, own]) => [value, of(own)])),
      };
    },
    cohorts: async (periods, until) => retentionCohorts(units().steps(), periods, until),
    renewals: async (range) => ({ total: renewalTotals([], range, asOfDay), groups: new Map() }),
    due: async () => [],
    duePages: null,
    moved: async (movement, range) => movedAccounts(told, where, movement, range),
    paying: async (range) => payingAccounts(told, where, range),
    shrunk: async (since) => shrunkAccounts(told, since, asOfDay),
  };
}

/** Wins and movements without a rate, each on its day and on the one after. */
function countUnconverted(
  { unconverted: rows }: EventSpans,
  { by, where }: Asked,
  { from, to }: DayRange,
): Grouped<number> {
  const counts: Grouped<number> = { total: 0, groups: new Map() };
  if (rows.size === 0) return counts;
  const passes = passing(rows, where);
  const { codes, values } = by === null ? { codes: null, values: [] } : rows.codesOf(by);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  for (let row = 0; row < rows.size; row += 1) {
    if (passes !== null && passes[row] !== 1) continue;
    const isIn = (rows.from[row] ?? 0) < last && (rows.to[row] ?? 0) >= first ? 1 : 0;
    counts.total += isIn;
    const value = codes === null ? undefined : values[codes[row] ?? 0];
    if (value !== undefined) counts.groups.set(value, (counts.groups.get(value) ?? 0) + isIn);
  }
  return counts;
}

/** The steps of each account that the filters let through, with the rows they are made of. */
function* accountSteps(told: EventSpans, where: Asked['where']) {
  const { rows, starts, accounts } = told;
  const passes = passing(rows, where);
  const units = new UnitColumns();
  for (let account = 0; account < accounts.size; account += 1) {
    const own: number[] = [];
    const end = starts[account + 1] ?? 0;
    for (let row = starts[account] ?? 0; row < end; row += 1) {
      if (passes === null || passes[row] === 1) own.push(row);
    }
    if (own.length === 0) continue;
    const unit = units.size;
    addUnit(units, rows, own);
    yield { accountId: accounts.at(account), own, steps: units.stepsOf(unit) };
  }
}

function movedAccounts(
  told: EventSpans,
  where: Asked['where'],
  movement: ArrMovement,
  range: DayRange,
): MovedAccount[] {
  const moved: MovedAccount[] = [];
  for (const { accountId, own, steps } of accountSteps(told, where)) {
    const changes = arrChanges(steps).filter((change) => {
      return change.movement === movement && change.day >= range.from && change.day < range.to;
    });
    const [first] = changes;
    if (first === undefined) continue;
    const began = own.find((row) => told.rows.from[row] === dayNumber(first.day)) ?? own[0] ?? 0;
    const amount = changes.reduce((sum, change) => sum + change.amount, 0n);
    moved.push({ accountId, day: first.day, amount, dimensions: told.dimensionsAt(began) });
  }
  return moved;
}

function payingAccounts(told: EventSpans, where: Asked['where'], range: DayRange): PayingAccount[] {
  const { from, to, cents } = told.rows;
  const last = dayNumber(addDays(range.from, -1));
  const paying: PayingAccount[] = [];
  for (const { accountId, own, steps } of accountSteps(told, where)) {
    const unit = keptUnit(steps, range);
    if (unit === null) continue;
    const [most = 0] = own
      .filter((row) => (from[row] ?? 0) <= last && (to[row] ?? 0) > last)
      .toSorted((a, b) => (cents[b] ?? 0) - (cents[a] ?? 0));
    paying.push({ accountId, dimensions: told.dimensionsAt(most), ...unit });
  }
  return paying;
}

function shrunkAccounts(told: EventSpans, since: Day, asOfDay: Day): Set<string> {
  const shrunk = new Set<string>();
  for (const { accountId, steps } of accountSteps(told, {})) {
    const shrank = arrChanges(steps).some(
      ({ day, movement }) => day > since && day <= asOfDay && movement === 'contraction',
    );
    if (shrank) shrunk.add(accountId);
  }
  return shrunk;
}
