import type { CarriedEvent } from './carryForward.ts';
import { ladderIndex } from './ladderIndex.ts';
import type { Entry, Span } from './records.ts';
import { LADDER, type LadderStage } from './stages.ts';

/** Places in the ordered events; -1: there is none. */
type Places = { entry: number; next: number };

const WON = ladderIndex('won');

/** Place of the first event of each ladder stage. */
function firstPlaces(events: readonly CarriedEvent[]): number[] {
  const first = LADDER.map(() => -1);
  events.forEach(({ event }, place) => {
    const index = ladderIndex(event.stage);
    if (index >= 0 && first[index] === -1) first[index] = place;
  });
  return first;
}

/** The earliest first event of the stages from `index` on. */
function earliestFrom(first: readonly number[], index: number): number {
  let earliest = -1;
  for (let i = index; i < first.length; i += 1) {
    const place = first[i] ?? -1;
    if (place >= 0 && (earliest < 0 || place < earliest)) earliest = place;
  }
  return earliest;
}

/** Under `actual` the next stage counts from its first event at or after the entry. */
function actualPlaces(
  events: readonly CarriedEvent[],
  first: readonly number[],
  stage: number,
  next: number,
): Places {
  const entry = first[stage] ?? -1;
  const name = LADDER[next];
  const found = entry < 0 ? -1 : events.findIndex((e, i) => i > entry && e.event.stage === name);
  return { entry, next: found };
}

/** The first event of the stage, where a later stage's first event came before it. */
function outOfOrderAt(
  events: readonly CarriedEvent[],
  first: readonly number[],
  stage: number,
): number | null {
  const own = events[first[stage] ?? -1]?.event.occurredAt;
  const later = events[earliestFrom(first, stage + 1)]?.event.occurredAt;
  return own !== undefined && later !== undefined && later < own ? own : null;
}

function countChanges(spans: readonly Span[]): number {
  let changes = 0;
  let before: Pick<Span, 'outcome' | 'outcomeAt'> = { outcome: 'open', outcomeAt: null };
  for (const span of spans) {
    if (span.outcome !== before.outcome || span.outcomeAt !== before.outcomeAt) changes += 1;
    before = span;
  }
  return changes;
}

/**
 * The entries of one record into the ladder stages that are on, under both rules.
 *
 * `implied`: entered when the earliest first event of this or a later ladder stage happened (a
 * stage that is off implies too). `actual`: its own first event. One row `both` where the two
 * rules agree on the entry and on the next one, else a row for each rule that has an entry.
 * What a row says holds at every `as_of` at or after `enteredAt`: `nextAt`, `churnedAt` and
 * `outOfOrderAt` count once `as_of` has reached them (see `entryOutcome`).
 * Source: definitions, section 4.
 * @example
 * const won = { ...BARE_EVENT, eventId: '1', stage: 'won', occurredAt: 4 };
 * const churned = { ...BARE_EVENT, eventId: '2', stage: 'churned', occurredAt: 6 };
 * const events = carryForward([won, churned], BARE_CONTEXT);
 * const spans = deriveSpans(events, new Set(['mql', 'won']));
 * const entries = deriveEntries(events, spans, ['mql', 'won']);
 * entries.map((e) => [e.stage, e.rule, e.implied, e.enteredAt, e.nextAt, e.churnedAt])
 * // => [['mql', 'implied', true, 4, 4, null], ['won', 'both', false, 4, null, 6]]
 */
export function deriveEntries(
  events: readonly CarriedEvent[],
  spans: readonly Span[],
  stagesOn: readonly LadderStage[],
): Entry[] {
  const first = firstPlaces(events);
  const { outcome, outcomeAt } = spans.at(-1) ?? { outcome: 'open' as const, outcomeAt: null };
  const end = { outcome, outcomeAt, outcomeChanges: countChanges(spans) };
  const on = LADDER.filter((stage) => stagesOn.includes(stage));
  const entries: Entry[] = [];

  for (const [i, stage] of on.entries()) {
    const index = ladderIndex(stage);
    const nextStage = on[i + 1];
    const next = nextStage === undefined ? LADDER.length : ladderIndex(nextStage);
    const implied = { entry: earliestFrom(first, index), next: earliestFrom(first, next) };
    if (implied.entry < 0) break;
    const outOfOrder = outOfOrderAt(events, first, index);

    const add = (places: Places, rule: Entry['rule']) => {
      const item = events[places.entry];
      if (item === undefined) return;
      const enteredAt = item.event.occurredAt;
      const nextItem = events[places.next];
      const churn =
        index < WON
          ? undefined
          : events.find(({ event }) => event.stage === 'churned' && event.occurredAt >= enteredAt);
      entries.push({
        ...item.carried,
        stage,
        rule,
        enteredAt,
        implied: item.event.stage !== stage,
        nextAt: nextItem?.event.occurredAt ?? null,
        nextImplied: nextItem !== undefined && nextItem.event.stage !== nextStage,
        outOfOrderAt: outOfOrder,
        churnedAt: churn?.event.occurredAt ?? null,
        ...end,
      });
    };

    const actual = actualPlaces(events, first, index, next);
    if (implied.entry === actual.entry && implied.next === actual.next) {
      add(implied, 'both');
    } else {
      add(implied, 'implied');
      add(actual, 'actual');
    }
  }
  return entries;
}
