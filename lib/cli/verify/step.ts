export type Outcome = { passed: number; failed: number; output: string };

/** One thing that `npm run verify` checks; `--only` names it. */
export type Step = { name: string; run: (root: string) => Promise<Outcome> };
