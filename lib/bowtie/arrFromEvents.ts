import type { ArrSpan } from './arrSpans.ts';
import type { DimensionValues } from './dimensions.ts';
import type { Day } from './localDay.ts';
import { orderEvents } from './orderEvents.ts';
import type { Instant } from './records.ts';
import type { Movement } from './stages.ts';

/** A `won` or a movement of a record, as the loop reads it where there are no contracts. */
export type ArrEvent = {
  recordId: string;
  accountId: string | null;
  stage: 'won' | Movement;
  occurredAt: Instant;
  eventId: string;
  source: string;
  dimensions: DimensionValues;
  /** The last known amount, the event's own or carried, in cents; null without one or a rate. */
  amount: bigint | null;
  /** Only what the event itself states. */
  ownAmount: bigint | null;
};

/** What a record brings in since a day; `account` and dimensions are those of the opening event. */
type Running = { account: string; dimensions: DimensionValues; since: Day; arr: bigint };

/**
 * Whose revenue an event tells: a record without an account is its own one; the prefix keeps the
 * two name spaces apart. Source: definitions, section 7 (ARR derived from events).
 * @example
 * accountOf({ recordId: 'r', accountId: 'a' }) // => 'account:a'
 * accountOf({ recordId: 'r', accountId: null }) // => 'record:r'
 */
export function accountOf(event: Pick<ArrEvent, 'recordId' | 'accountId'>): string {
  return event.accountId === null ? `record:${event.recordId}` : `account:${event.accountId}`;
}

/**
 * The record's ARR after an event, in cents; null: the event does not change it.
 * Source: definitions, section 7 (ARR derived from events).
 * @example
 * nextArr({ stage: 'expanded', amount: 900n, ownAmount: 20n }, 100n) // => 120n
 * nextArr({ stage: 'contracted', amount: 900n, ownAmount: 200n }, 100n) // => 0n
 * nextArr({ stage: 'renewed', amount: 900n, ownAmount: null }, 100n) // => null
 */
export function nextArr(
  event: Pick<ArrEvent, 'stage' | 'amount' | 'ownAmount'>,
  before: bigint,
): bigint | null {
  const own = event.ownAmount;
  if (event.stage === 'won') return event.amount ?? 0n;
  if (event.stage === 'churned') return 0n;
  if (own === null) return null;
  if (event.stage === 'renewed') return own;
  if (event.stage === 'expanded') return before + own;
  return own > before ? 0n : before - own;
}

/**
 * The spans of ARR that the events of an organization without any contract tell.
 *
 * Per record: `won` (last known amount) and `renewed` with an own amount set its ARR, `expanded`
 * adds and `contracted` subtracts an own amount (not below 0), `churned` ends it. A `won` of a
 * record with motion `renewal` first ends the account's other records. Account and dimensions are
 * those of the event that opened the ARR. A day has the ARR after its last event; `dayOf` gives
 * the local day. Changes after `asOfDay` do not happen. Account ids carry a prefix, `account:` or
 * `record:` (a record without an account is its own). Source: definitions, section 7.
 * @example
 * const bare = { recordId: 'r', accountId: 'a', source: 'crm', dimensions: {}, ownAmount: null };
 * const won = { ...bare, stage: 'won', eventId: '1', occurredAt: 1, amount: 100n };
 * const more = { ...bare, stage: 'expanded', eventId: '2', occurredAt: 5, ownAmount: 20n };
 * const calendar = { dayOf: (at) => `2026-01-0${at}`, asOfDay: '2026-02-01' };
 * const spans = arrFromEvents([more, won], calendar);
 * spans.map(({ from, to, arr }) => [from, to, arr])
 * // => [['2026-01-01', '2026-01-05', 100n], ['2026-01-05', null, 120n]]
 */
export function arrFromEvents(
  events: readonly ArrEvent[],
  { dayOf, asOfDay }: { dayOf: (at: Instant) => Day; asOfDay: Day },
): ArrSpan[] {
  const spans: ArrSpan[] = [];
  const running = new Map<string, Running>();
  const members = new Map<string, Set<string>>();

  const close = (recordId: string, day: Day) => {
    const now = running.get(recordId);
    if (now === undefined) return;
    running.delete(recordId);
    members.get(now.account)?.delete(recordId);
    const { account: accountId, dimensions, since: from, arr } = now;
    if (from < day) spans.push({ accountId, dimensions, from, to: day, arr });
  };
  const open = (recordId: string, next: Running) => {
    running.set(recordId, next);
    const own = members.get(next.account) ?? new Set();
    members.set(next.account, own.add(recordId));
  };

  for (const event of orderEvents(events)) {
    const day = dayOf(event.occurredAt);
    if (day > asOfDay) break;
    const { recordId, dimensions } = event;
    const account = accountOf(event);
    if (event.stage === 'won' && dimensions.motion === 'renewal') {
      const others = [...(members.get(account) ?? [])].filter((one) => one !== recordId);
      for (const other of others) close(other, day);
    }
    const before = running.get(recordId);
    const arr = nextArr(event, before?.arr ?? 0n);
    if (arr === null || arr === before?.arr) continue;
    close(recordId, day);
    if (arr > 0n) open(recordId, { account, dimensions, ...before, since: day, arr });
  }
  for (const { account: accountId, dimensions, since: from, arr } of running.values()) {
    spans.push({ accountId, dimensions, from, to: null, arr });
  }
  return spans;
}
