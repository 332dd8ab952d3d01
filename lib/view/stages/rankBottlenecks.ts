import type { Bottleneck } from '#lib/contract/stages.ts';
import { confidenceOf } from '../handOff.ts';
import type { Cell } from '../toCsv.ts';
import type { Target } from './stagesState.ts';

export type Ranked = Bottleneck & {
  id: string;
  group: string | null;
  /** What closing the gap brings in a year; null without such a target. */
  gain: number | null;
  /** Part of the largest gain, for the bar. */
  share: number;
};

/** The largest gain first; what has no target or too few entries comes last. */
export function rankBottlenecks(rows: readonly Bottleneck[], against: Target): Ranked[] {
  const gainOf = (row: Bottleneck) => {
    const target = confidenceOf(row.settled.base) === 'none' ? null : row.targets[against];
    return target === null ? null : Number(target.arr_a_year);
  };
  const most = Math.max(...rows.map((row) => gainOf(row) ?? 0), 0);
  return rows
    .map((row) => {
      const gain = gainOf(row);
      const group = Object.values(row.key)[0] ?? null;
      const share = most === 0 ? 0 : Math.max(0, gain ?? 0) / most;
      return { ...row, id: `${row.from}>${row.to}`, group, gain, share };
    })
    .sort((a, b) => (b.gain ?? -1) - (a.gain ?? -1));
}

/** The fall that costs most: which hand-off broke, when, and what it costs in a year. */
export function worstBreak(rows: readonly Bottleneck[]): Bottleneck | null {
  const fallen = rows.filter(({ changed }) => Number(changed?.arr_a_year ?? 0) > 0);
  return fallen.reduce<Bottleneck | null>((worst, row) => {
    const cost = ({ changed }: Bottleneck) => Number(changed?.arr_a_year ?? 0);
    return worst === null || cost(row) > cost(worst) ? row : worst;
  }, null);
}

export function bottleneckTable(rows: readonly Ranked[], against: Target): Cell[][] {
  const head = ['group', 'conversion', 'base', 'advanced', 'open'];
  const rates = ['settled_base', 'settled_advanced', 'rate', 'target', 'target_of'];
  const gains = ['wins_a_year', 'arr_a_year', 'amount_per_win', 'downstream'];
  const breaks = ['changed_on', 'rate_before', 'rate_after', 'break_arr_a_year'];
  return [
    [...head, ...rates, ...gains, ...breaks],
    ...rows.map((row) => {
      const { targets, changed, settled } = row;
      const target = targets[against];
      return [
        ...[row.group ?? '', row.id, row.base, row.advanced, row.open],
        ...[settled.base, settled.advanced, row.rate],
        ...[target?.rate ?? null, target?.label ?? null],
        ...[target?.wins_a_year ?? null, target?.arr_a_year ?? null],
        ...[row.amount_per_win, row.downstream],
        ...[changed?.on ?? null, changed?.before.rate ?? null, changed?.after.rate ?? null],
        changed?.arr_a_year ?? null,
      ];
    }),
  ];
}
