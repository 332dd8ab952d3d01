import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import {
  BARE_CONTEXT,
  BARE_EVENT,
  type DeriveContext,
  type DerivedRecord,
  type Entry,
  type StageEvent,
} from '#lib/bowtie/records.ts';
import type { LadderStage, Stage } from '#lib/bowtie/stages.ts';

type Said = Partial<Omit<StageEvent, 'stage' | 'occurredAt' | 'dimensions'>> & {
  dimensions?: Partial<StageEvent['dimensions']>;
};

/** An event at a small number as its time. */
export function at(occurredAt: number, stage: Stage, said: Said = {}): StageEvent {
  const { dimensions, ...rest } = said;
  return {
    ...BARE_EVENT,
    eventId: `${stage}${occurredAt}`,
    ...rest,
    stage,
    occurredAt,
    dimensions: { ...BARE_EVENT.dimensions, ...dimensions },
  };
}

/** Derives a record without accounts, pods and rates, unless given. */
export function derive(events: StageEvent[], given: Partial<DeriveContext> = {}): DerivedRecord {
  return deriveRecord(events, {
    ...BARE_CONTEXT,
    convert: (amount, currency) => (currency === 'USD' ? amount : null),
    ...given,
  });
}

/** The entry into a stage under a rule. */
export function entry(record: DerivedRecord, stage: LadderStage, rule = 'implied'): Entry {
  const found = record.entries.find(
    (one) => one.stage === stage && (one.rule === rule || one.rule === 'both'),
  );
  if (found === undefined) throw new Error(`no entry into ${stage}`);
  return found;
}
