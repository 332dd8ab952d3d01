/** The mark that stands for every month. */
export const EVERY_MONTH = '-infinity';
/** No month: marks of what the loop is derived from, where events tell the revenue. */
export const REVENUE = 'infinity';
