import { ratio } from '#lib/bowtie/ratio.ts';
import type { LoopPageAnswer, RenewalRowAnswer, RenewalTotalsAnswer } from '#lib/contract/loop.ts';
import type { Cell } from '../toCsv.ts';
import type { HORIZONS } from './loopState.ts';

type Book = LoopPageAnswer['data']['renewals'];

export type RenewalLine = {
  id: 'overdue' | 'past' | (typeof HORIZONS)[number];
  totals: RenewalTotalsAnswer;
  /** Of the decided ones, by number; null where nothing is decided yet. */
  rate: number | null;
};

/** The lines of the book in the order of time: what was due, what slipped, what comes. */
export function prepareRenewals({ past, overdue, coming }: Book): RenewalLine[] {
  const lines: Pick<RenewalLine, 'id' | 'totals'>[] = [
    { id: 'past', totals: past },
    { id: 'overdue', totals: overdue },
    ...coming.map((totals) => ({ id: String(totals.days) as RenewalLine['id'], totals })),
  ];
  return lines.map(({ id, totals }) => ({
    id,
    totals,
    // Of what has not fallen due only the early renewals are decided: a rate would be all of them.
    rate: id === 'past' ? ratio(totals.renewed, totals.renewed + totals.churned) : null,
  }));
}

/** Overdue ones and those due within the horizon. */
export function rowsWithin(
  { rows, coming }: Book,
  horizon: string,
  onlyRisk: boolean,
): RenewalRowAnswer[] {
  const end = coming.find(({ days }) => String(days) === horizon)?.to;
  return rows.filter(
    ({ ends_on, risks }) => (end === undefined || ends_on < end) && (!onlyRisk || risks.length > 0),
  );
}

export function renewalTable(rows: readonly RenewalRowAnswer[]): Cell[][] {
  const head = ['ends_on', 'account_id', 'account', 'contract_id', 'product', 'segment', 'arr'];
  return [
    [...head, 'outcome', 'successor_arr', 'risks'],
    ...rows.map((row) => [
      ...[row.ends_on, row.account_id, row.account_name, row.contract_id, row.product],
      ...[row.segment, row.arr, row.outcome, row.successor_arr, row.risks.join(' ')],
    ]),
  ];
}
