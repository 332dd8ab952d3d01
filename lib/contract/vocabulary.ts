// Words of a question without zod: pages carry them to the browser.
export const CLOCKS = ['cohort', 'period', 'snapshot'] as const;
export const RULES = ['implied', 'actual'] as const;
export const COMPARES = ['previous', 'year', 'none'] as const;
export const GRAINS = ['day', 'week', 'month', 'quarter'] as const;
export type Clock = (typeof CLOCKS)[number];
export type Compare = (typeof COMPARES)[number];
export type Grain = (typeof GRAINS)[number];

export const OUTCOMES = ['advanced', 'lost', 'no_decision', 'expired', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What `revenue=` lists besides what recurs. */
export const REVENUES = ['one_off'] as const;

/** Accounts that retention is about: all of them, those that still pay, those that left. */
export const RETAINED = ['base', 'kept', 'lost'] as const;
export type Retained = (typeof RETAINED)[number];

/** Parts of the records of a conversion that are no outcome. */
export const RECORD_SETS = ['skipped', 'regressed', 'rejected', 'timed', 'stuck'] as const;
export type RecordSet = (typeof RECORD_SETS)[number];

/** What speaks against an entry as evidence of the process. */
export const FAULTS = ['skipped', 'backdated', 'same_day', 'ownerless', 'amountless'] as const;
export type Fault = (typeof FAULTS)[number];
