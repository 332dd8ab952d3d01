import { parseAsString } from 'nuqs/server';

/** The records behind a number of the projection, and the one of them whose story is told. */
export const forecastSearch = { open: parseAsString, record: parseAsString };
