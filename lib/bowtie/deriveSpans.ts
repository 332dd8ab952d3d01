import type { CarriedEvent } from './carryForward.ts';
import { ladderIndex } from './ladderIndex.ts';
import type { Instant, Span } from './records.ts';
import { LADDER, type LadderStage } from './stages.ts';
import { nextTerminal, OPEN, type TerminalState } from './terminalState.ts';

type State = { terminal: TerminalState; lastLadder: number; churned: boolean };

function after(state: State, { event }: CarriedEvent): State {
  const index = ladderIndex(event.stage);
  return {
    terminal: nextTerminal(state.terminal, event),
    lastLadder: index < 0 ? state.lastLadder : index,
    churned: index < 0 ? state.churned || event.stage === 'churned' : false,
  };
}

function nearestOn(index: number, stagesOn: ReadonlySet<LadderStage>): LadderStage | null {
  for (let i = index; i >= 0; i -= 1) {
    const stage = LADDER[i];
    if (stage !== undefined && stagesOn.has(stage)) return stage;
  }
  return null;
}

function isInStock({ terminal, churned }: State): boolean {
  return terminal.outcome !== 'lost' && terminal.outcome !== 'no_decision' && !churned;
}

function staySince(before: Span | undefined, now: Pick<Span, 'stage' | 'inStock' | 'fromAt'>) {
  if (!now.inStock || now.stage === null) return null;
  return before?.inStock && before.stage === now.stage ? before.staySince : now.fromAt;
}

/**
 * The states of one record between its events: what a snapshot at any moment reads.
 *
 * Spans touch, have a length above 0, and begin with the first event; events at the same instant
 * become the state after the last of them. `stage` is that of the last ladder event (a backward
 * move moves it back), or the nearest stage before it that is on (null: none). In stock: unless
 * the terminal outcome is `lost` or `no_decision`, or the last ladder-or-`churned` event is
 * `churned`. A stay begins when the stage changes or the record comes (back) into stock.
 * Source: definitions, sections 4 and 5 (snapshot).
 * @example
 * const steps = [['mql', 1], ['lost', 5], ['sql', 9]];
 * const events = steps.map(([stage, occurredAt]) => ({ ...BARE_EVENT, stage, occurredAt }));
 * const spans = deriveSpans(carryForward(events, BARE_CONTEXT), new Set(['mql', 'won']));
 * spans.map((s) => [s.fromAt, s.toAt, s.stage, s.inStock])
 * // => [[1, 5, 'mql', true], [5, 9, 'mql', false], [9, null, 'mql', true]]
 * spans.map((s) => s.staySince) // => [1, null, 9]
 */
export function deriveSpans(
  events: readonly CarriedEvent[],
  stagesOn: ReadonlySet<LadderStage>,
): Span[] {
  const spans: Span[] = [];
  let state: State = { terminal: OPEN, lastLadder: -1, churned: false };
  for (const [position, item] of events.entries()) {
    state = after(state, item);
    const fromAt = item.event.occurredAt;
    const toAt: Instant | null = events[position + 1]?.event.occurredAt ?? null;
    if (toAt === fromAt) continue;
    const stage = nearestOn(state.lastLadder, stagesOn);
    const inStock = isInStock(state);
    const since = staySince(spans.at(-1), { stage, inStock, fromAt });
    spans.push({
      ...item.carried,
      fromAt,
      toAt,
      stage,
      staySince: since,
      inStock,
      ...state.terminal,
    });
  }
  return spans;
}
