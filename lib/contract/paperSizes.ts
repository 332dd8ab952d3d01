/** The sizes of paper that a plan is printed on. */
export const PAPERS = ['a4', 'letter'] as const;
export type PaperSize = (typeof PAPERS)[number];
