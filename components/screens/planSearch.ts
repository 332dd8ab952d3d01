import { parseAsArrayOf, parseAsFloat, parseAsInteger, parseAsString } from 'nuqs/server';

/** The address of the page Plan: the sentence, and what was set by hand. */
export const planSearch = {
  target: parseAsFloat,
  start: parseAsString,
  months: parseAsInteger,
  set: parseAsString.withDefault(''),
  tier: parseAsString,
  department: parseAsString,
  scenario: parseAsString,
  beside: parseAsArrayOf(parseAsString).withDefault([]),
};
