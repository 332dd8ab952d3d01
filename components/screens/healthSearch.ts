import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { QUARANTINE_CODES } from '#lib/contract/ingest.ts';
import { SPANS } from '#lib/view/health/healthState.ts';

/** The address of the page Data health: flat, defaults absent, wrong values fall to defaults. */
export const healthSearch = {
  span: parseAsStringLiteral(SPANS).withDefault('days365'),
  state: parseAsStringLiteral(['held', 'released'] as const).withDefault('held'),
  code: parseAsStringLiteral(QUARANTINE_CODES),
  source: parseAsString,
  file: parseAsString,
  since: parseAsString,
  open: parseAsString,
  record: parseAsString,
};
