/** What became of the records on the way between two moments. */
export const FATES = ['won', 'lost', 'moved', 'waited', 'came'] as const;
export type Fate = (typeof FATES)[number];
