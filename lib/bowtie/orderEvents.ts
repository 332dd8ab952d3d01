import { compareCodePoints } from './compareCodePoints.ts';
import type { StageEvent } from './records.ts';
import { type Stage, TIE_ORDER } from './stages.ts';

const RANK = new Map<Stage, number>(TIE_ORDER.map((stage, index) => [stage, index]));

/**
 * The events of one record in the order in which they happened.
 *
 * By time; at the same instant by `TIE_ORDER`, then event id, then source (code point order). The
 * given list is not changed. No other part of the product orders events, so every number agrees
 * on what came last. Source: definitions, section 3 rule 6.
 * @example
 * const tied = [{ stage: 'won', occurredAt: 5, eventId: '1', source: 'crm' },
 *   { stage: 'lost', occurredAt: 5, eventId: '2', source: 'crm' }];
 * orderEvents(tied).map((event) => event.stage) // => ['lost', 'won']
 */
export function orderEvents<
  E extends Pick<StageEvent, 'stage' | 'occurredAt' | 'eventId' | 'source'>,
>(events: readonly E[]): E[] {
  return [...events].sort(
    (a, b) =>
      a.occurredAt - b.occurredAt ||
      (RANK.get(a.stage) ?? 0) - (RANK.get(b.stage) ?? 0) ||
      compareCodePoints(a.eventId, b.eventId) ||
      compareCodePoints(a.source, b.source),
  );
}
