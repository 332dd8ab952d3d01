/** What a rate could be: its own best quarter, the best pod, or a published one. */
export const AGAINST = ['best', 'pod', 'benchmark'] as const;
export type Against = (typeof AGAINST)[number];

/** By what levers stand: ARR within the plan, or after three years. */
export const RANKS = ['year', 'three'] as const;
export type Rank = (typeof RANKS)[number];
