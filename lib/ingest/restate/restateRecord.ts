import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { DeriveContext, StageEvent } from '#lib/bowtie/records.ts';
import type { Told, ToldAccount, ToldEvent } from '#lib/store/restated.ts';

/** Entries and won cents of one week and stage. */
export type Sums = { entries: number; cents: bigint };
export type Figures = Map<string, Sums>;

export type RestateContext = {
  since: number;
  contextWith: (accounts: ReadonlyMap<string, Partial<Record<Dimension, string>>>) => DeriveContext;
  /** The week and stage that an entry counts in; null: a week that was not over. */
  figureOf: (entry: { enteredAt: number; stage: string }) => string | null;
};

export function causeOf({ importId, source }: Told): string {
  return JSON.stringify([importId, importId === null ? source : null]);
}

/**
 * What one record adds to past weeks, as it was known and then cause by cause in the order in which
 * they came: the differences add up, whatever each of them did to the other.
 */
export function restateRecord(
  recordId: string,
  events: readonly ToldEvent[],
  accounts: readonly ToldAccount[],
  context: RestateContext,
): Map<string, Figures> {
  const told: Told[] = [...events, ...accounts];
  const causes = inOrder(told.filter((one) => one.known > context.since));
  const seen = new Set<string>();
  const isKnown = (one: Told) => one.known <= context.since || seen.has(causeOf(one));
  const now = () => figuresOf(recordId, events.filter(isKnown), accounts.filter(isKnown), context);
  let before = now();
  const changes = new Map<string, Figures>();
  for (const cause of causes) {
    seen.add(cause);
    const after = now();
    changes.set(cause, difference(before, after));
    before = after;
  }
  return changes;
}

function inOrder(told: readonly Told[]): string[] {
  const first = new Map<string, number>();
  for (const one of told) {
    const cause = causeOf(one);
    first.set(cause, Math.min(first.get(cause) ?? one.known, one.known));
  }
  return [...first].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([cause]) => cause);
}

function figuresOf(
  recordId: string,
  events: readonly ToldEvent[],
  accounts: readonly ToldAccount[],
  { contextWith, figureOf }: RestateContext,
): Figures {
  const figures: Figures = new Map();
  const own = winners(events, identityOf).filter((one) => one.recordId === recordId);
  const known = own.flatMap(({ event }): StageEvent[] => (event === null ? [] : [event]));
  if (known.length === 0) return figures;
  const dimensions = winners(accounts, ({ accountId }) => accountId).map(
    (one) => [one.accountId, one.dimensions] as const,
  );
  for (const entry of deriveRecord(known, contextWith(new Map(dimensions))).entries) {
    if (entry.rule === 'actual' || entry.dimensions.motion !== 'new_business') continue;
    const figure = figureOf(entry);
    if (figure === null) continue;
    const sums = figures.get(figure) ?? { entries: 0, cents: 0n };
    const paid = entry.stage === 'won' ? entry.amountReporting : null;
    figures.set(figure, {
      entries: sums.entries + 1,
      cents: sums.cents + (paid === null ? 0n : parseCents(paid)),
    });
  }
  return figures;
}

function identityOf({ source, eventId }: ToldEvent): string {
  return `${source}\0${eventId}`;
}

type Ranked = { version: number; arrival: number };

function winners<T extends Ranked>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const best = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = best.get(key);
    if (known === undefined || isNewer(row, known)) best.set(key, row);
  }
  return [...best.values()];
}

function isNewer(a: Ranked, b: Ranked): boolean {
  return a.version > b.version || (a.version === b.version && a.arrival > b.arrival);
}

function difference(before: Figures, after: Figures): Figures {
  const changed: Figures = new Map();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(key), after.get(key)];
    const entries = (b?.entries ?? 0) - (a?.entries ?? 0);
    const cents = (b?.cents ?? 0n) - (a?.cents ?? 0n);
    if (entries !== 0 || cents !== 0n) changed.set(key, { entries, cents });
  }
  return changed;
}
