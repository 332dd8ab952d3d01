import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import type { DeriveContext, DerivedRecord, Entry, StageEvent } from '#lib/bowtie/records.ts';
import { LADDER, type LadderStage, type Stage } from '#lib/bowtie/stages.ts';

const NOTHING: StageEvent['dimensions'] = {
  segment: null,
  channel: null,
  owner: null,
  pod: null,
  motion: null,
  product: null,
  region: null,
};

type Said = Partial<Omit<StageEvent, 'stage' | 'occurredAt' | 'dimensions'>> & {
  dimensions?: Partial<StageEvent['dimensions']>;
};

/** An event at a small number as its time. */
export function at(occurredAt: number, stage: Stage, said: Said = {}): StageEvent {
  const { dimensions, ...rest } = said;
  return {
    source: 'crm',
    eventId: `${stage}${occurredAt}`,
    accountId: null,
    amount: null,
    currency: null,
    closeDate: null,
    ...rest,
    stage,
    occurredAt,
    dimensions: { ...NOTHING, ...dimensions },
  };
}

/** Derives a record without accounts, pods and rates, unless given. */
export function derive(events: StageEvent[], given: Partial<DeriveContext> = {}): DerivedRecord {
  return deriveRecord(events, {
    stagesOn: LADDER,
    accountDimensions: () => undefined,
    podOf: () => null,
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
