/** The mark that stands for every month. */
export const EVERY_MONTH = '-infinity';
/** No month: marks of what the loop is derived from, where events tell the revenue. */
export const REVENUE = 'infinity';
/** Beside the facts in it, a row of changes costs its reader as much as so many facts. */
export const ROW_COST = 10;
