import type { DimensionValues } from '#lib/bowtie/dimensions.ts';
import { entryOutcome } from '#lib/bowtie/entryOutcome.ts';
import type { Entry, Instant, MovementEvent, Rule, Span } from '#lib/bowtie/records.ts';
import { LADDER, type LadderStage, type Movement } from '#lib/bowtie/stages.ts';

/** What came of an entry, and for facts that come to no end what they are: a count. */
export const KIND = {
  advanced: 0,
  timed: 1,
  advancedOutOfOrder: 2,
  timedOutOfOrder: 3,
  lost: 4,
  noDecision: 5,
  open: 6,
  count: 7,
} as const;

/**
 * What is counted: entries into a stage (`sal`), records of the first stage that reached a stage
 * (`>won`), movements (`renewed`) and the net change of the stock in a stage (`=sal`).
 */
export type Counted = LadderStage | `>${LadderStage}` | `=${LadderStage}` | Movement;

/** Entries come to an end; whatever else is counted does not. */
export function isEntry(counted: Counted): counted is LadderStage {
  return (LADDER as readonly Counted[]).includes(counted);
}

/** One thing that happened and counts, or no longer counts where the weight is -1. */
export type CellFact = {
  counted: Counted;
  rule: Rule | 'both';
  at: Instant;
  weight: 1 | -1;
  dimensions: DimensionValues;
  implied: boolean;
  unconverted: boolean;
  /** In the reporting currency, two decimals; null without an amount or a rate. */
  amount: string | null;
  kind: number;
  /** Milliseconds to the end; 0 where there is none. */
  ms: number;
};

export type CellEntry = Omit<Entry, 'accountId' | 'currency' | 'closeDate' | 'outcomeChanges'>;
export type CellSpan = Pick<
  Span,
  'fromAt' | 'toAt' | 'stage' | 'inStock' | 'dimensions' | 'amount' | 'amountReporting'
>;
export type CellMove = Pick<MovementEvent, 'movement' | 'occurredAt' | 'dimensions'>;

/** Cells say what is so in the end; a question as of an earlier moment asks the entries. */
const IN_THE_END = Number.MAX_SAFE_INTEGER;

const COUNT = { implied: false, unconverted: false, amount: null, kind: KIND.count, ms: 0 };

export function entryFact(entry: CellEntry): CellFact {
  const { stage, rule, enteredAt, dimensions, implied, amount, amountReporting } = entry;
  const { outcome, endedAt } = entryOutcome(entry, entry, IN_THE_END);
  return {
    counted: stage,
    rule,
    at: enteredAt,
    weight: 1,
    dimensions,
    implied,
    unconverted: amount !== null && amountReporting === null,
    amount: amountReporting,
    kind: kindOf(entry, outcome),
    ms: endedAt === null ? 0 : endedAt - enteredAt,
  };
}

function kindOf(entry: CellEntry, outcome: string): number {
  if (outcome === 'lost') return KIND.lost;
  if (outcome === 'no_decision') return KIND.noDecision;
  if (outcome !== 'advanced') return KIND.open;
  const timed = entry.implied || entry.nextImplied ? 0 : 1;
  return timed + (entry.outOfOrderAt === null ? 0 : 2);
}

type Reach = Pick<CellEntry, 'stage' | 'rule' | 'enteredAt' | 'dimensions'>;

/** A record's entry into the first stage, for each stage that it entered at or after that. */
export function reachFacts(entries: readonly Reach[], first: LadderStage): CellFact[] {
  const facts: CellFact[] = [];
  for (const from of entries) {
    if (from.stage !== first) continue;
    for (const to of entries) {
      if (to.stage === first || to.enteredAt < from.enteredAt) continue;
      const rule = bothOf(from.rule, to.rule);
      if (rule !== null) facts.push(reachFact(from, to.stage, rule));
    }
  }
  return facts;
}

export function reachFact(from: Reach, to: LadderStage, rule: Rule | 'both'): CellFact {
  const { enteredAt: at, dimensions } = from;
  return { ...COUNT, counted: `>${to}`, rule, at, weight: 1, dimensions };
}

/** The rules under which two rows are seen together. */
export function bothOf(a: Rule | 'both', b: Rule | 'both'): Rule | 'both' | null {
  if (a === 'both') return b;
  return b === 'both' || a === b ? a : null;
}

/** The stock changes where a span begins and where it ends. */
export function spanFacts(span: CellSpan): CellFact[] {
  const { fromAt, toAt } = span;
  if (!span.inStock || span.stage === null || fromAt === toAt) return [];
  const begun = stockFact(span, span.stage, fromAt, 1);
  return toAt === null ? [begun] : [begun, stockFact(span, span.stage, toAt, -1)];
}

export function stockFact(
  { dimensions, amount, amountReporting }: Omit<CellSpan, 'fromAt' | 'toAt'>,
  stage: LadderStage,
  at: Instant,
  weight: 1 | -1,
): CellFact {
  const unconverted = amount !== null && amountReporting === null;
  const money = { amount: amountReporting, unconverted };
  return { ...COUNT, ...money, counted: `=${stage}`, rule: 'both', at, weight, dimensions };
}

export function moveFacts({ movement, occurredAt, dimensions }: CellMove): CellFact[] {
  if (movement === 'won') return [];
  return [{ ...COUNT, counted: movement, rule: 'both', at: occurredAt, weight: 1, dimensions }];
}
