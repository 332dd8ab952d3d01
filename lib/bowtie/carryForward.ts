import { DIMENSIONS, type Dimension, type DimensionValues, UNKNOWN } from './dimensions.ts';
import type { Carried, DeriveContext, Instant, StageEvent } from './records.ts';

/** An event with all that its record carried once it had happened. */
export type CarriedEvent = { event: StageEvent; carried: Carried };

type Known = Record<Dimension, string | null>;
type Money = Pick<Carried, 'amount' | 'currency' | 'amountReporting'>;

/** The literal `unknown` says as little as nothing. */
function known(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === UNKNOWN ? null : value;
}

/** The record before the account before the amount: only who says nothing is told by a band. */
function segmentOf(
  own: Known,
  account: Partial<Known> | undefined,
  { amountReporting }: Money,
  { segments }: DeriveContext,
): string {
  const said = own.segment ?? segments.named(account?.segment);
  return said ?? segments.banded(amountReporting) ?? UNKNOWN;
}

function resolve(
  own: Known,
  { accountId, money, at }: { accountId: string | null; money: Money; at: Instant },
  ctx: DeriveContext,
): DimensionValues {
  const account = accountId === null ? undefined : ctx.accountDimensions(accountId);
  const pick = (dimension: Dimension) => own[dimension] ?? known(account?.[dimension]);
  const owner = pick('owner');
  const membership = () => (owner === null ? null : known(ctx.podOf(owner, at)));
  return {
    segment: segmentOf(own, account, money, ctx),
    channel: pick('channel') ?? UNKNOWN,
    owner: owner ?? UNKNOWN,
    pod: own.pod ?? membership() ?? UNKNOWN,
    motion: pick('motion') ?? 'new_business',
    product: pick('product') ?? UNKNOWN,
    region: pick('region') ?? UNKNOWN,
  };
}

/** The money an event states itself, converted at its own time. */
function stated(event: StageEvent, ctx: DeriveContext): Money | null {
  if (event.amount === null) return null;
  const { amount, currency } = event;
  const amountReporting =
    currency === null ? null : ctx.convert(amount, currency, event.occurredAt);
  return { amount, currency, amountReporting };
}

/**
 * Gives every event of one record what the record carried at that moment.
 *
 * A dimension, the account, the close date, and the amount (with its currency and with the rate of
 * the event that stated it) hold until another event states them; the literal `unknown` states
 * nothing. Dimensions then fall back to the value of the account known at that moment, else
 * `unknown`. Segment: each value counts as what the organization's rule says; where neither the
 * record nor its account has one, the band of the amount that it carries. Pod: own value, else the
 * owner's membership at the event's time. Motion: else `new_business`. A currency without an amount
 * states nothing.
 * Events must come in the order of `orderEvents`. Source: definitions, section 3 rules 8 and 9.
 * @example
 * const mql = { ...BARE_EVENT, eventId: '1', stage: 'mql', occurredAt: 1, amount: '10.00' };
 * const won = { ...BARE_EVENT, eventId: '2', stage: 'won', occurredAt: 2 };
 * const small = { ...BARE_EVENT.dimensions, segment: 'small' };
 * const unknown = { ...BARE_EVENT.dimensions, segment: 'unknown' };
 * const events = [{ ...mql, dimensions: small }, { ...won, dimensions: unknown }];
 * const { amount, dimensions } = carryForward(events, BARE_CONTEXT)[1].carried;
 * [dimensions.segment, dimensions.motion, amount] // => ['small', 'new_business', '10.00']
 */
export function carryForward(ordered: readonly StageEvent[], ctx: DeriveContext): CarriedEvent[] {
  const own: Known = {
    segment: null,
    channel: null,
    owner: null,
    pod: null,
    motion: null,
    product: null,
    region: null,
  };
  let money: Money = { amount: null, currency: null, amountReporting: null };
  let accountId: string | null = null;
  let closeDate: string | null = null;
  return ordered.map((event) => {
    for (const dimension of DIMENSIONS) {
      const said = event.dimensions[dimension];
      const value = dimension === 'segment' ? ctx.segments.named(said) : known(said);
      own[dimension] = value ?? own[dimension];
    }
    money = stated(event, ctx) ?? money;
    accountId = event.accountId ?? accountId;
    closeDate = event.closeDate ?? closeDate;
    const dimensions = resolve(own, { accountId, money, at: event.occurredAt }, ctx);
    return { event, carried: { accountId, dimensions, ...money, closeDate } };
  });
}
