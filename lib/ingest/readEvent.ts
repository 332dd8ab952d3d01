import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { StageEvent } from '#lib/bowtie/records.ts';
import type { Stage } from '#lib/bowtie/stages.ts';
import { MAX_SOURCE } from '#lib/contract/fields.ts';
import { contentHash } from './contentHash.ts';
import { Problem, quote } from './problem.ts';
import { type Calendar, readDay, readMoment } from './readMoment.ts';
import { readAmount, readCurrency } from './readMoney.ts';
import { readMotion } from './readMotion.ts';
import { type RawRow, readDimension, readRequired, readText } from './readText.ts';
import { readVersion } from './readVersion.ts';

/** One event as it is kept. */
export type EventFact = StageEvent & {
  recordId: string;
  version: number;
  stageAsWritten: string;
  contentHash: string;
  /** Its place among arrivals, of a row that came before it could be taken. */
  arrival?: string | undefined;
};

/** What a row needs besides itself to be understood. */
export type EventReading = Calendar & {
  source: string;
  /** undefined: no stage of ours and not in the map; null: mapped to "ignored". */
  stageOf: (written: string) => Stage | null | undefined;
  /** Stands in where an amount came without its currency. */
  currency: string;
};

/** A row as the fact it states; null when its stage is ignored; throws `Problem`. */
export function readEvent(row: RawRow, reading: EventReading): EventFact | null {
  const stageAsWritten = readStageText(row);
  const stage = reading.stageOf(stageAsWritten);
  if (stage === null) return null;
  const eventId = readRequired(row, 'event_id');
  const recordId = readRequired(row, 'record_id');
  if (stage === undefined) {
    throw new Problem('unknown_stage', `unknown stage ${quote(stageAsWritten)}`);
  }
  const currency = readCurrency(row);
  const amount = readAmount(row, 'amount');
  const fact = {
    source: readText(row, 'source', MAX_SOURCE) ?? reading.source,
    eventId,
    recordId,
    version: readVersion(row),
    stage,
    stageAsWritten,
    occurredAt: readMoment(row, 'occurred_at', reading),
    accountId: readText(row, 'account_id'),
    dimensions: readDimensions(row),
    amount,
    currency: amount === null ? null : (currency ?? reading.currency),
    closeDate: readDay(row, 'close_date', reading),
  };
  if (amount !== null && currency === null) reading.note?.('assumed_currency');
  return { ...fact, contentHash: hashEvent(fact) };
}

function readStageText(row: RawRow): string {
  const written = row.stage;
  if (typeof written === 'string' || written === undefined || written === null) {
    return readRequired(row, 'stage');
  }
  throw new Problem('unknown_stage', `unknown stage ${quote(written)}`);
}

function readDimensions(row: RawRow): Record<Dimension, string | null> {
  return {
    segment: readDimension(row, 'segment'),
    channel: readDimension(row, 'channel'),
    owner: readDimension(row, 'owner'),
    pod: readDimension(row, 'pod'),
    motion: readMotion(row),
    product: readDimension(row, 'product'),
    region: readDimension(row, 'region'),
  };
}

function hashEvent(fact: Omit<EventFact, 'contentHash'>): string {
  return contentHash([
    fact.recordId,
    fact.stage,
    fact.occurredAt,
    fact.accountId,
    ...DIMENSIONS.map((dimension) => fact.dimensions[dimension]),
    fact.amount,
    fact.currency,
    fact.closeDate,
  ]);
}
