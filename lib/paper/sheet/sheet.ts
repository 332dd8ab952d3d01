/** How a cell looks. `input`: typed in, everything else follows from it. */
export type Look = {
  kind: 'text' | 'money' | 'count' | 'share' | 'number';
  as?: 'title' | 'head' | 'input' | 'note' | 'total';
};

/** A cell; `formula` is without its sign of equality, and `value` what it comes to. */
export type Cell = { value: string | number; formula?: string; look: Look };

export type Sheet = {
  name: string;
  /** Widths of the columns in characters. */
  widths: readonly number[];
  /** Rows and columns that stay in sight. */
  frozen?: { rows: number; columns: number };
  landscape?: boolean;
  rows: readonly (readonly (Cell | null)[])[];
};
