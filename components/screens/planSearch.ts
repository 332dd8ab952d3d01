import {
  parseAsArrayOf,
  parseAsFloat,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { OUTCOMES } from '#lib/contract/vocabulary.ts';
import { AGAINST, RANKS } from '#lib/view/plan/leverWords.ts';

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
  /** Whose months are held beside each other. */
  stage: parseAsString,
  /** What the levers are held against, and by which of their gains they stand. */
  against: parseAsStringLiteral(AGAINST).withDefault('best'),
  rank: parseAsStringLiteral(RANKS).withDefault('year'),
  /** The saved view that all this came from. */
  view: parseAsString,
};
