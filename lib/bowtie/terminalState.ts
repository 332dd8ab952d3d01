import type { Instant, StageEvent } from './records.ts';
import type { End } from './stages.ts';

/** The record's terminal outcome at a moment, and since when it stands. */
export type TerminalState = { outcome: 'open' | 'won' | End; outcomeAt: Instant | null };

/** A record of which no end is known. */
export const OPEN: TerminalState = { outcome: 'open', outcomeAt: null };

/**
 * The record's terminal state after one more event.
 *
 * The last `lost`, `no_decision` or `won` decides. After a `lost` or `no_decision`, any event but
 * `lost`, `no_decision` and `churned` re-opens the record. Only `lost` and `no_decision` change
 * `won`. A repeated end moves its date: the last one stands.
 * Source: definitions, section 4 (terminal outcome).
 * @example
 * nextTerminal(OPEN, { stage: 'lost', occurredAt: 7 }) // => { outcome: 'lost', outcomeAt: 7 }
 * const lost = { outcome: 'lost', outcomeAt: 7 };
 * nextTerminal(lost, { stage: 'sql', occurredAt: 9 }) // => OPEN
 * nextTerminal(lost, { stage: 'churned', occurredAt: 9 }) // => lost
 * const won = { outcome: 'won', outcomeAt: 7 };
 * nextTerminal(won, { stage: 'sql', occurredAt: 9 }) // => won
 */
export function nextTerminal(
  state: TerminalState,
  event: Pick<StageEvent, 'stage' | 'occurredAt'>,
): TerminalState {
  const { stage, occurredAt } = event;
  if (stage === 'lost' || stage === 'no_decision' || stage === 'won') {
    return { outcome: stage, outcomeAt: occurredAt };
  }
  const ended = state.outcome === 'lost' || state.outcome === 'no_decision';
  return ended && stage !== 'churned' ? OPEN : state;
}
