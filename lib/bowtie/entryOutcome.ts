import type { Entry, Instant, Span } from './records.ts';

export type EntryOutcome = 'advanced' | 'lost' | 'no_decision' | 'expired' | 'open';

/** One day of a duration or a window, in milliseconds: always 86,400 s, whatever the zone. */
export const DAY_MS = 86_400_000;

/** What `entryOutcome` needs to know of an entry: columns of `stage_entry`. */
export type EntryEnds = Pick<Entry, 'stage' | 'enteredAt' | 'nextAt' | 'churnedAt'>;

/** The terminal state of the record at `as_of`: of the span at that moment. */
export type TerminalAt = Pick<Span, 'outcome' | 'outcomeAt'>;

type NegativeEnd = { outcome: 'lost' | 'no_decision'; at: Instant };

/** The record's own end, or an earlier churn of a customer that did not enter the next stage. */
function negativeEnd(entry: EntryEnds, terminal: TerminalAt, asOf: Instant): NegativeEnd | null {
  const { outcome, outcomeAt } = terminal;
  const ended = (outcome === 'lost' || outcome === 'no_decision') && outcomeAt !== null;
  const own: NegativeEnd | null = ended ? { outcome, at: outcomeAt } : null;

  const isCustomer = entry.stage === 'won' || entry.stage === 'onboarded';
  const advanced = entry.nextAt !== null && entry.nextAt <= asOf;
  if (!isCustomer || advanced || entry.churnedAt === null || entry.churnedAt > asOf) return own;
  if (own !== null && own.at <= entry.churnedAt) return own;
  return { outcome: 'lost', at: entry.churnedAt };
}

/**
 * What came of an entry, as known at `asOf`, and when (null while it is open).
 *
 * `advanced`: the next stage was entered, within the window if one is asked for. Else `lost` or
 * `no_decision`: the record's terminal state (within the window); for entries into `won` and
 * `onboarded` the first churn at or after the entry counts as `lost` when it came earlier. Else
 * `expired`: the window is over, at `enteredAt + window`. Else `open`.
 * Exactly one outcome per entry: base = advanced + lost + no_decision + expired + open.
 *
 * `terminal` is the record's state at `asOf`, not its final one: the columns `outcome`,
 * `outcomeAt` of the entry serve where `outcomeChanges <= 1` (see `terminalAt`), else the span.
 * Times are milliseconds, the window days of 86,400 s. `enteredAt` must not be after `asOf`.
 * Source: definitions, section 4.
 * @example
 * const entry = { stage: 'sal', enteredAt: 0, nextAt: 5 * DAY_MS, churnedAt: null };
 * entryOutcome(entry, OPEN, 9 * DAY_MS) // => { outcome: 'advanced', endedAt: 432000000 }
 * entryOutcome(entry, OPEN, 4 * DAY_MS) // => { outcome: 'open', endedAt: null }
 * entryOutcome(entry, OPEN, 9 * DAY_MS, 3).outcome // => 'expired'
 */
export function entryOutcome(
  entry: EntryEnds,
  terminal: TerminalAt,
  asOf: Instant,
  windowDays: number | null = null,
): { outcome: EntryOutcome; endedAt: Instant | null } {
  const { enteredAt, nextAt } = entry;
  const limit = windowDays === null ? Number.POSITIVE_INFINITY : enteredAt + windowDays * DAY_MS;
  if (nextAt !== null && nextAt <= asOf && nextAt <= limit) {
    return { outcome: 'advanced', endedAt: nextAt };
  }
  const end = negativeEnd(entry, terminal, asOf);
  if (end !== null && end.at <= limit) return { outcome: end.outcome, endedAt: end.at };
  if (asOf > limit) return { outcome: 'expired', endedAt: limit };
  return { outcome: 'open', endedAt: null };
}
