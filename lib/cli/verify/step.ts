export type Outcome = { passed: number; failed: number; output: string };

export type Run = {
  /** More seeds and more places to fail in; takes an hour. */
  long: boolean;
  /** What random tests begin with; the same seed runs the same again. */
  seed: number;
};

/** One thing that `npm run verify` checks; `--only` names it. */
export type Step = { name: string; run: (root: string, run: Run) => Promise<Outcome> };
