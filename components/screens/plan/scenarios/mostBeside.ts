/** How many saved plans stand beside the one of the page. */
export const MOST_BESIDE = 2;
