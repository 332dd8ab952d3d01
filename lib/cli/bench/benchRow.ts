export type Goal = { op: '<=' | '>='; value: number };

/** One line of the table and of `bench.json`. */
export type BenchRow = {
  name: string;
  size: string;
  value: number;
  unit: string;
  /** Name of the row that `ratio` divides by. */
  against?: string;
  ratio?: number;
  goal?: Goal;
  met?: boolean;
};

type Comparison = {
  against?: { name: string; value: number };
  goal?: Goal;
  /** A limit of its own, beside a ratio that is only told. */
  goalOn?: 'value';
};

const rounded = (value: number): number => Number(value.toPrecision(4));

/** The goal is about the ratio where there is one, else (or where it says so) about the value. */
export function benchRow(
  base: Pick<BenchRow, 'name' | 'size' | 'value' | 'unit'>,
  { against, goal, goalOn }: Comparison = {},
): BenchRow {
  const ratio = against === undefined ? undefined : base.value / against.value;
  return {
    ...base,
    value: rounded(base.value),
    ...(against === undefined || ratio === undefined
      ? {}
      : { against: against.name, ratio: rounded(ratio) }),
    ...(goal === undefined
      ? {}
      : { goal, met: isMet(goal, goalOn === 'value' ? base.value : (ratio ?? base.value)) }),
  };
}

function isMet({ op, value }: Goal, found: number): boolean {
  return op === '<=' ? found <= value : found >= value;
}
