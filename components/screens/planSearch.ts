import { parseAsFloat, parseAsInteger, parseAsString } from 'nuqs/server';

/** The address of the page Plan: the sentence, and what was set by hand. */
export const planSearch = {
  target: parseAsFloat,
  start: parseAsString,
  months: parseAsInteger.withDefault(12),
  set: parseAsString.withDefault(''),
  tier: parseAsString,
  department: parseAsString,
};
