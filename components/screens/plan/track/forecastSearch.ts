import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { LADDER } from '#lib/bowtie/stages.ts';

/** The open records behind a projection, and the one of them whose story is told. */
export const forecastSearch = {
  open: parseAsStringLiteral(LADDER),
  record: parseAsString,
};
