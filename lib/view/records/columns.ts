import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { Selection } from '../selection.ts';

/** What the rows of a list are. */
export type RowKind =
  | ('entries' | 'stock' | 'events')
  | ('accounts' | 'contracts' | 'sales' | 'retained' | 'paying');

const MONEY = ['amount', 'end_amount', 'kept_amount'] as const;

export type Column =
  | Dimension
  | 'record_id'
  | 'account'
  | 'entered_at'
  | 'outcome'
  | 'outcome_at'
  | (typeof MONEY)[number];

type Choice = {
  /** The first one names the row and is always there. */
  all: readonly [Column, ...Column[]];
  usual: readonly Column[];
  narrow: readonly Column[];
};

const WHAT = ['entered_at', 'outcome', 'outcome_at', 'amount'] as const;
const PLAIN = ['entered_at', 'amount'] as const;

export const COLUMNS: Record<RowKind, Choice> = {
  entries: {
    all: ['record_id', 'account', ...DIMENSIONS, ...WHAT],
    usual: ['record_id', 'owner', 'entered_at', 'outcome', 'amount'],
    narrow: ['record_id', ...PLAIN],
  },
  stock: {
    all: ['record_id', 'account', ...DIMENSIONS, ...PLAIN],
    usual: ['record_id', 'owner', 'segment', ...PLAIN],
    narrow: ['record_id', ...PLAIN],
  },
  events: {
    all: ['record_id', 'account', ...DIMENSIONS, ...PLAIN],
    usual: ['record_id', 'account', 'owner', ...PLAIN],
    narrow: ['record_id', ...PLAIN],
  },
  accounts: {
    all: ['account', ...DIMENSIONS, ...PLAIN],
    usual: ['account', 'segment', 'product', ...PLAIN],
    narrow: ['account', ...PLAIN],
  },
  contracts: {
    all: ['account', 'record_id', ...DIMENSIONS, ...WHAT],
    usual: ['account', 'record_id', 'entered_at', 'outcome', 'amount'],
    narrow: ['account', ...PLAIN],
  },
  retained: {
    all: ['account', ...DIMENSIONS, 'entered_at', 'outcome', 'outcome_at', ...MONEY],
    usual: ['account', 'segment', ...MONEY],
    narrow: ['account', 'amount', 'end_amount'],
  },
  paying: {
    all: ['account', ...DIMENSIONS, ...PLAIN],
    usual: ['account', 'segment', 'product', ...PLAIN],
    narrow: ['account', ...PLAIN],
  },
  sales: {
    all: ['account', 'record_id', ...DIMENSIONS, ...PLAIN],
    usual: ['account', 'record_id', 'product', ...PLAIN],
    narrow: ['account', ...PLAIN],
  },
};

export function rowKindOf(selection: Selection, isStock: boolean): RowKind {
  if (selection.kind === 'movement') return 'accounts';
  if (selection.kind === 'renewal') return 'contracts';
  if (selection.kind === 'retention') return 'retained';
  if (selection.kind === 'paying') return 'paying';
  if (selection.kind === 'event') return 'events';
  if (selection.kind === 'revenue') return 'sales';
  return isStock ? 'stock' : 'entries';
}

const OF_RECORDS: readonly RowKind[] = ['entries', 'stock', 'events'];

/** Whether a row opens the story of its account; else that of its record. */
export function isOfAccounts(kind: RowKind): boolean {
  return !OF_RECORDS.includes(kind);
}

/** The chosen ones in their fixed order, with the one that names the row. */
export function shownColumns(kind: RowKind, chosen: readonly string[]): Column[] {
  const { all } = COLUMNS[kind];
  return all.filter((column, place) => place === 0 || chosen.includes(column));
}

/** Whether a column holds amounts: they stand on the right. */
export function isMoney(column: Column): boolean {
  return MONEY.some((one) => one === column);
}

/** The field that the API sorts a column by. */
export function sortFieldOf(column: Column): string {
  return column === 'account' ? 'account_name' : column;
}

/** Largest amounts first where money is the question, else the newest. */
export function usualSort(kind: RowKind): string {
  if (kind === 'stock') return 'entered_at';
  return isOfAccounts(kind) ? '-amount' : '-entered_at';
}

const WIDTHS: Partial<Record<Column, number>> = { record_id: 128, account: 150, entered_at: 112 };
const USUAL_WIDTH = 104;

/** Pixels that a column needs at least. */
export function widthOf(column: Column): number {
  return WIDTHS[column] ?? USUAL_WIDTH;
}
