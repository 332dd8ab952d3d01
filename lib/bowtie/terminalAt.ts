import type { Entry, Instant, Span } from './records.ts';
import { OPEN, type TerminalState } from './terminalState.ts';

/**
 * The terminal state of a record at `asOf`, from the columns of any of its entries.
 *
 * A record whose state changed at most once was open before that change. When it changed more
 * often and the last change is after `asOf`, the span at `asOf` must be given: null says so.
 * Source: definitions, section 4 (terminal outcome) and section 1 (as_of).
 * @example
 * const once = { outcome: 'lost', outcomeAt: 9, outcomeChanges: 1 };
 * terminalAt(once, 8) // => OPEN
 * terminalAt(once, 9) // => { outcome: 'lost', outcomeAt: 9 }
 * const often = { ...once, outcomeChanges: 3 };
 * terminalAt(often, 8) // => null
 * const won = { outcome: 'won', outcomeAt: 4 };
 * terminalAt(often, 8, won) // => won
 */
export function terminalAt(
  entry: Pick<Entry, 'outcome' | 'outcomeAt' | 'outcomeChanges'>,
  asOf: Instant,
  span?: Pick<Span, 'outcome' | 'outcomeAt'>,
): TerminalState | null {
  if (span) return { outcome: span.outcome, outcomeAt: span.outcomeAt };
  const { outcome, outcomeAt, outcomeChanges } = entry;
  if (outcomeChanges === 0) return OPEN;
  if (outcomeAt !== null && outcomeAt <= asOf) return { outcome, outcomeAt };
  return outcomeChanges === 1 ? OPEN : null;
}
