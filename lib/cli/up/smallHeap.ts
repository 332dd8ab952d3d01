/**
 * How a child's memory grows: a small nursery, and an old space that is swept before it doubles. An
 * import makes much short-lived garbage and keeps little; web and worker together shall stay below
 * 400 MB. It costs a tenth of the processor's time of an import.
 */
export const SMALL_HEAP = ['--max-semi-space-size=8', '--heap-growing-percent=80'] as const;
