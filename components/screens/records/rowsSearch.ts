import { parseAsString } from 'nuqs/server';

/** How an open list is sorted and what of it is shown, in the address of any page. */
export const rowsSearch = { sort: parseAsString, match: parseAsString };
