import {
  parseAsArrayOf,
  parseAsFloat,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { OUTCOMES } from '#lib/contract/vocabulary.ts';

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
  /** The records behind an input, which of them, and the one that is read. */
  open: parseAsString,
  outcome: parseAsStringLiteral(OUTCOMES),
  record: parseAsString,
};
