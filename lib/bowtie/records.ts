import type { Dimension, DimensionValues } from './dimensions.ts';
import { NO_SEGMENT_RULE, type SegmentReader, segmentByRule } from './segmentByRule.ts';
import { type End, LADDER, type LadderStage, type Movement, type Stage } from './stages.ts';

/** Times inside `lib/bowtie` are whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** One winning event of one record, as it was sent: `null` means "absent on this event". */
export type StageEvent = {
  source: string;
  eventId: string;
  stage: Stage;
  occurredAt: Instant;
  accountId: string | null;
  dimensions: Record<Dimension, string | null>;
  amount: string | null;
  currency: string | null;
  closeDate: string | null;
};

/** An event that states nothing but itself; for tests and examples. */
export const BARE_EVENT: Omit<StageEvent, 'eventId' | 'stage' | 'occurredAt'> = {
  source: 'crm',
  accountId: null,
  dimensions: {
    segment: null,
    channel: null,
    owner: null,
    pod: null,
    motion: null,
    product: null,
    region: null,
  },
  amount: null,
  currency: null,
  closeDate: null,
};

export type Rule = 'implied' | 'actual';

/** What a record carried at a moment: carried forward, then the account's, then `unknown`. */
export type Carried = {
  accountId: string | null;
  dimensions: DimensionValues;
  amount: string | null;
  currency: string | null;
  /** In the reporting currency, whole cents; null without an amount or without a rate. */
  amountReporting: string | null;
  closeDate: string | null;
};

/**
 * A record entered a ladder stage that is on. One row serves both rules (`both`) where they agree,
 * else each rule has its own.
 */
export type Entry = Carried & {
  stage: LadderStage;
  rule: Rule | 'both';
  enteredAt: Instant;
  /** No event of the stage itself at that time. */
  implied: boolean;
  /** Entry into the next stage that is on, under the same rule. */
  nextAt: Instant | null;
  nextImplied: boolean;
  /** From this moment on it is known that a later stage's first event came before this stage's. */
  outOfOrderAt: Instant | null;
  /** First churn at or after the entry; only for `won` and later stages. */
  churnedAt: Instant | null;
  /** The record's terminal state over all its events. */
  outcome: 'open' | 'won' | End;
  outcomeAt: Instant | null;
  /** How often the record's terminal state changed: above 1, a past `as_of` asks the spans. */
  outcomeChanges: number;
};

/** The state of a record between two of its events: [fromAt, toAt). */
export type Span = Carried & {
  fromAt: Instant;
  /** null: until further notice. */
  toAt: Instant | null;
  /** Stage of the last ladder event, or the nearest stage before it that is on. */
  stage: LadderStage | null;
  /** Start of the current stay in that stage. */
  staySince: Instant | null;
  inStock: boolean;
  outcome: 'open' | 'won' | End;
  outcomeAt: Instant | null;
};

/**
 * One won / renewed / expanded / contracted / churned event with what the record carried then:
 * what sets or changes its recurring revenue where the organization has no contract.
 */
export type MovementEvent = Carried & {
  ordinal: number;
  movement: 'won' | Movement;
  occurredAt: Instant;
  eventId: string;
  source: string;
  /** The event's own amount in the reporting currency; carried amounts do not count here. */
  ownAmountReporting: string | null;
  /** No rate for the amount that counts: `won` the last known, `churned` none, else its own. */
  unconverted: boolean;
};

export type DerivedRecord = { entries: Entry[]; spans: Span[]; movements: MovementEvent[] };

/** All that deriving needs to know beyond the record's own events. Pure look-ups. */
export type DeriveContext = {
  stagesOn: readonly LadderStage[];
  accountDimensions: (accountId: string) => Partial<Record<Dimension, string>> | undefined;
  segments: SegmentReader;
  podOf: (owner: string, at: Instant) => string | null;
  /** Whole cents in the reporting currency, or null without a rate. */
  convert: (amount: string, currency: string, at: Instant) => string | null;
};

/** Look-ups that know nothing: no accounts, rule, pods or rates, all stages on. */
export const BARE_CONTEXT: DeriveContext = {
  stagesOn: LADDER,
  accountDimensions: () => undefined,
  segments: segmentByRule(NO_SEGMENT_RULE),
  podOf: () => null,
  convert: () => null,
};
