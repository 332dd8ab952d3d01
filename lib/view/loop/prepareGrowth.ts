import { ratio } from '#lib/bowtie/ratio.ts';
import type { LoopTrailing, RecurringShare } from '#lib/contract/loop.ts';
import type { Cell } from '../toCsv.ts';
import { niceTicks } from './niceTicks.ts';
import type { ArrPeriod } from './prepareBridge.ts';

/** ARR at the end of a period: what was kept, what customers added, what new ones brought. */
export type GrowthColumn = {
  from: string;
  to: string;
  final: boolean;
  end: number;
  retained: number;
  /** Expansion and customers who came back. */
  expansion: number;
  fresh: number;
  /** end / start - 1; null where the period opens at 0. */
  growth: number | null;
  /** Trailing 12 months up to the end of the period. */
  nrr: number | null;
  grr: number | null;
  /** Those 12 months; null where there are none. */
  twelve: { from: string; to: string } | null;
  /** Null where no one-off revenue is loaded. */
  revenue: RecurringShare['periods'][number] | null;
};

export type Growth = { columns: GrowthColumn[]; ticks: number[]; high: number };

export function prepareGrowth(
  periods: readonly ArrPeriod[],
  trailing: readonly LoopTrailing[],
  share: RecurringShare | null = null,
): Growth {
  const columns = periods.map((period, index) => {
    const point = trailing[index];
    const start = Number(period.start);
    const end = Number(period.end);
    const change = ratio(end, start);
    return {
      from: period.from,
      to: period.to,
      final: period.final,
      end,
      retained: start - Number(period.contraction) - Number(period.churn),
      expansion: Number(period.expansion) + Number(period.reactivation),
      fresh: Number(period.new),
      growth: change === null ? null : change - 1,
      nrr: point?.nrr ?? null,
      grr: point?.grr ?? null,
      twelve: point ? { from: point.from, to: point.at } : null,
      revenue: share?.periods[index] ?? null,
    };
  });
  const tops = columns.map((one) => Math.max(one.end, one.retained + one.expansion + one.fresh));
  const ticks = niceTicks(0, Math.max(...tops, 1), 4);
  return { columns, ticks, high: ticks.at(-1) ?? 1 };
}

export function growthTable(columns: readonly GrowthColumn[]): Cell[][] {
  const head = ['from', 'to', 'end_arr', 'retained', 'expansion', 'new', 'growth'];
  const rows = columns.map((one) => [
    ...[one.from, one.to, one.end, one.retained, one.expansion, one.fresh, one.growth],
    ...[one.nrr, one.grr],
    ...[one.revenue?.recurring ?? null, one.revenue?.one_off ?? null, one.revenue?.share ?? null],
  ]);
  const rest = ['nrr_trailing_12_months', 'grr_trailing_12_months'];
  return [[...head, ...rest, 'recurring', 'one_off', 'recurring_share'], ...rows];
}
