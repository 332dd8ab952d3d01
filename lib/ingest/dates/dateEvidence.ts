import { narrow } from '../narrow.ts';
import { isSerial } from './readWrittenDate.ts';

const NUMBERS = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/;

/** What the values of a file tell about the order of day and month. */
export type DateEvidence = {
  mdy: number;
  dmy: number;
  open: number;
  slashes: number;
  /** Numbers of days, as spreadsheets keep dates. */
  serials: number;
};

export function noEvidence(): DateEvidence {
  return { mdy: 0, dmy: 0, open: 0, slashes: 0, serials: 0 };
}

export function addEvidence(evidence: DateEvidence, value: string): void {
  const text = narrow(value);
  const match = NUMBERS.exec(text);
  if (!match) {
    if (isSerial(text.trim())) evidence.serials += 1;
    return;
  }
  if (text.includes('/')) evidence.slashes += 1;
  if (Number(match[1]) > 12) evidence.dmy += 1;
  else if (Number(match[2]) > 12) evidence.mdy += 1;
  else if (match[1] !== match[2]) evidence.open += 1;
}

/**
 * The order for values that do not tell it themselves. Where the file shows both orders it is null,
 * and such values are quarantined; where it shows none, months come first only in America.
 */
export function orderOf(evidence: DateEvidence, timeZone: string): 'mdy' | 'dmy' | null {
  if (evidence.mdy > 0 && evidence.dmy > 0) return null;
  if (evidence.mdy > 0) return 'mdy';
  if (evidence.dmy > 0 || evidence.slashes === 0) return 'dmy';
  return timeZone.startsWith('America/') ? 'mdy' : 'dmy';
}
