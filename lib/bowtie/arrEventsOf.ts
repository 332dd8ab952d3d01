import type { ArrEvent } from './arrFromEvents.ts';
import type { CarriedEvent } from './carryForward.ts';
import { parseCents } from './money.ts';
import type { DeriveContext } from './records.ts';
import { MOVEMENTS, type Movement, type Stage } from './stages.ts';

function bringsRevenue(stage: Stage): stage is 'won' | Movement {
  return stage === 'won' || (MOVEMENTS as readonly Stage[]).includes(stage);
}

/**
 * The events of one record that set or change its ARR, where the organization has no contract.
 *
 * Amounts in cents of the reporting currency; null without an amount or without a rate.
 * Source: definitions, section 7 (ARR derived from events).
 * @example
 * const sal = { ...BARE_EVENT, eventId: '1', stage: 'sal', occurredAt: 1 };
 * const won = { ...BARE_EVENT, eventId: '2', stage: 'won', occurredAt: 2 };
 * const ctx = { ...BARE_CONTEXT, convert: (amount) => `${amount}.00` };
 * const stated = { ...sal, amount: '9', currency: 'USD' };
 * const found = arrEventsOf('r', carryForward([stated, won], ctx), ctx);
 * found.map(({ stage, amount, ownAmount }) => [stage, amount, ownAmount])
 * // => [['won', 900n, null]]
 */
export function arrEventsOf(
  recordId: string,
  events: readonly CarriedEvent[],
  ctx: Pick<DeriveContext, 'convert'>,
): ArrEvent[] {
  const cents = (amount: string | null) => (amount === null ? null : parseCents(amount));
  return events.flatMap(({ event, carried }) => {
    const { stage, occurredAt, eventId, source, amount, currency } = event;
    if (!bringsRevenue(stage)) return [];
    const own =
      amount === null || currency === null ? null : ctx.convert(amount, currency, occurredAt);
    const { accountId, dimensions, amountReporting } = carried;
    const money = { amount: cents(amountReporting), ownAmount: cents(own) };
    return [{ recordId, accountId, stage, occurredAt, eventId, source, dimensions, ...money }];
  });
}
