/** What the entries of one duration came to. All counts but `ms`. */
export type DurationCell = {
  /** Milliseconds from the entry to its end, or of an open entry to `as_of`. */
  ms: number;
  advanced: number;
  /** Of `advanced`: neither end implied. */
  timed: number;
  /** Of `advanced`: a later stage's first event came before this stage's. */
  outOfOrder: number;
  lost: number;
  noDecision: number;
  open: number;
};

/** A duration that no entry has. */
export const EMPTY_CELL: DurationCell = {
  ms: 0,
  advanced: 0,
  timed: 0,
  outOfOrder: 0,
  lost: 0,
  noDecision: 0,
  open: 0,
};

/**
 * The durations of the entries of one conversion, as columns: `ms` ascends, each value once.
 * Outcomes are those without a window; every number of a conversion follows from it.
 */
export type DurationHistogram = { readonly [column in keyof DurationCell]: ArrayLike<number> };

const COLUMNS = ['advanced', 'timed', 'outOfOrder', 'lost', 'noDecision', 'open'] as const;

type Columns = { [column in keyof DurationCell]: Float64Array };

function allocate(size: number): Columns {
  const column = () => new Float64Array(size);
  return {
    ms: column(),
    advanced: column(),
    timed: column(),
    outOfOrder: column(),
    lost: column(),
    noDecision: column(),
    open: column(),
  };
}

/**
 * A histogram from cells in any order; cells of the same duration are added up.
 *
 * Units: milliseconds and counts. An empty list gives the histogram of an empty base.
 * Source: definitions, section 6 (matured rate: the duration of an entry).
 * @example
 * const open = { ...EMPTY_CELL, ms: 9, open: 1 };
 * const cells = [open, { ...EMPTY_CELL, ms: 4, lost: 1 }, { ...open, open: 2 }];
 * [...durationHistogram(cells).ms] // => [4, 9]
 * [...durationHistogram(cells).open] // => [0, 3]
 */
export function durationHistogram(cells: readonly DurationCell[]): DurationHistogram {
  const sorted = [...cells].sort((a, b) => a.ms - b.ms);
  const columns = allocate(sorted.length);
  let size = 0;
  for (const cell of sorted) {
    if (size === 0 || columns.ms[size - 1] !== cell.ms) {
      columns.ms[size] = cell.ms;
      size += 1;
    }
    for (const name of COLUMNS)
      columns[name][size - 1] = (columns[name][size - 1] ?? 0) + cell[name];
  }
  return cutHistogram(columns, size);
}

/** Columns that can be cut without a copy. */
export type CuttableColumns = {
  readonly [column in keyof DurationCell]: Float64Array | Int32Array;
};

/**
 * The first `size` durations of columns that were made with room for more. No copy: the histogram
 * changes with its columns. Units: milliseconds and counts. A size of 0 gives an empty base.
 * Source: definitions, section 6.
 * @example
 * const all = durationHistogram([{ ...EMPTY_CELL, ms: 4 }, { ...EMPTY_CELL, ms: 9 }]);
 * [...cutHistogram(all, 1).ms] // => [4]
 */
export function cutHistogram(columns: CuttableColumns, size: number): DurationHistogram {
  return {
    ms: columns.ms.subarray(0, size),
    advanced: columns.advanced.subarray(0, size),
    timed: columns.timed.subarray(0, size),
    outOfOrder: columns.outOfOrder.subarray(0, size),
    lost: columns.lost.subarray(0, size),
    noDecision: columns.noDecision.subarray(0, size),
    open: columns.open.subarray(0, size),
  };
}

/** Adds one cell of `from` to the cell `to` of the columns. */
function addCell(columns: Columns, to: number, from: DurationHistogram, i: number): void {
  columns.advanced[to] = (columns.advanced[to] ?? 0) + (from.advanced[i] ?? 0);
  columns.timed[to] = (columns.timed[to] ?? 0) + (from.timed[i] ?? 0);
  columns.outOfOrder[to] = (columns.outOfOrder[to] ?? 0) + (from.outOfOrder[i] ?? 0);
  columns.lost[to] = (columns.lost[to] ?? 0) + (from.lost[i] ?? 0);
  columns.noDecision[to] = (columns.noDecision[to] ?? 0) + (from.noDecision[i] ?? 0);
  columns.open[to] = (columns.open[to] ?? 0) + (from.open[i] ?? 0);
}

function mergeTwo(a: DurationHistogram, b: DurationHistogram): DurationHistogram {
  const columns = allocate(a.ms.length + b.ms.length);
  let i = 0;
  let j = 0;
  let size = 0;
  while (i < a.ms.length || j < b.ms.length) {
    const left = a.ms[i] ?? Number.POSITIVE_INFINITY;
    const right = b.ms[j] ?? Number.POSITIVE_INFINITY;
    columns.ms[size] = Math.min(left, right);
    if (left <= right) addCell(columns, size, a, i++);
    if (right <= left) addCell(columns, size, b, j++);
    size += 1;
  }
  return cutHistogram(columns, size);
}

/**
 * The histogram of all entries of several groups: groups to total, O(n log groups).
 * Source: definitions, section 5 (rates are ratios of sums).
 * @example
 * const small = durationHistogram([{ ...EMPTY_CELL, ms: 4, advanced: 1 }]);
 * const lost = { ...EMPTY_CELL, ms: 6, lost: 1 };
 * const mid = durationHistogram([{ ...EMPTY_CELL, ms: 4, advanced: 2 }, lost]);
 * [...mergeHistograms([small, mid]).advanced] // => [3, 0]
 * mergeHistograms([]).ms.length // => 0
 */
export function mergeHistograms(histograms: readonly DurationHistogram[]): DurationHistogram {
  const [first, second] = histograms;
  if (first === undefined) return durationHistogram([]);
  if (second === undefined) return first;
  const half = histograms.length >> 1;
  return mergeTwo(
    mergeHistograms(histograms.slice(0, half)),
    mergeHistograms(histograms.slice(half)),
  );
}
