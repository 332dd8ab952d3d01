import { type CarriedEvent, carryForward } from './carryForward.ts';
import { deriveEntries } from './deriveEntries.ts';
import { deriveSpans } from './deriveSpans.ts';
import { orderEvents } from './orderEvents.ts';
import type { DeriveContext, DerivedRecord, MovementEvent, StageEvent } from './records.ts';
import { MOVEMENTS, type Stage } from './stages.ts';

function isMovement(stage: Stage): stage is MovementEvent['movement'] {
  return stage === 'won' || (MOVEMENTS as readonly Stage[]).includes(stage);
}

/** Wins, renewals, expansions, contractions, churns, numbered from 1 in the order of events. */
function deriveMovements(events: readonly CarriedEvent[], ctx: DeriveContext): MovementEvent[] {
  const movements: MovementEvent[] = [];
  for (const { event, carried } of events) {
    const { stage, eventId, source, amount, currency, occurredAt } = event;
    if (!isMovement(stage)) continue;
    const own = amount === null || currency === null ? null : amount;
    const ownAmountReporting =
      own === null || currency === null ? null : ctx.convert(own, currency, occurredAt);
    const counts =
      stage === 'won'
        ? { stated: carried.amount, converted: carried.amountReporting }
        : { stated: own, converted: ownAmountReporting };
    movements.push({
      ...carried,
      ordinal: movements.length + 1,
      movement: stage,
      occurredAt,
      eventId,
      source,
      ownAmountReporting,
      unconverted: stage !== 'churned' && counts.stated !== null && counts.converted === null,
    });
  }
  return movements;
}

/**
 * All derived facts of one record from its winning events: entries, spans and movements.
 *
 * The one implementation of definitions, sections 3 (rules 6, 8, 9) and 4: imports, rebuild and
 * tests all call it, and any order of arrival gives the same result. Times are whole milliseconds.
 * @example
 * const sal = { ...BARE_EVENT, eventId: '2', stage: 'sal', occurredAt: 20 };
 * const mql = { ...BARE_EVENT, eventId: '1', stage: 'mql', occurredAt: 10 };
 * const ctx = { ...BARE_CONTEXT, stagesOn: ['mql', 'sql', 'sal'] };
 * const derived = deriveRecord([sal, mql], ctx);
 * derived.entries.map((e) => [e.stage, e.rule, e.enteredAt, e.implied, e.nextAt])
 * // => [['mql', 'implied', 10, false, 20], ['mql', 'actual', 10, false, null],
 * //  ['sql', 'implied', 20, true, 20], ['sal', 'both', 20, false, null]]
 * derived.spans.map((s) => [s.fromAt, s.toAt, s.stage, s.inStock])
 * // => [[10, 20, 'mql', true], [20, null, 'sal', true]]
 */
export function deriveRecord(events: readonly StageEvent[], ctx: DeriveContext): DerivedRecord {
  const carried = carryForward(orderEvents(events), ctx);
  const spans = deriveSpans(carried, new Set(ctx.stagesOn));
  const entries = deriveEntries(carried, spans, ctx.stagesOn);
  return { entries, spans, movements: deriveMovements(carried, ctx) };
}
