import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { Fate } from '#lib/bowtie/forecast/fates.ts';
import type { OpenEntries } from '#lib/bowtie/forecast/salesAhead.ts';
import type { ChangedRow } from '#lib/store/changedOpen.ts';
import type { ForecastFacts } from './forecastFacts.ts';

export type FatedEntries = OpenEntries & { fate: Fate };

type Moment = Pick<ForecastFacts, 'asOf' | 'since' | 'stages'>;

/** The open entries of a segment at one of two moments, each with what sets it apart. */
export function forecastFates(
  open: readonly OpenEntries[],
  changed: readonly ChangedRow[],
  { facts, key, side }: { facts: Moment; key: string; side: 'was' | 'is' },
): FatedEntries[] {
  const there = new Map(
    changed.filter((row) => row[other(side)]).map((row) => [row.recordId, row]),
  );
  const fated = changed.flatMap((row): FatedEntries[] => {
    const step = facts.stages.indexOf(row.stage);
    if (!row[side] || row.group !== key || step === -1 || row.enteredAt < facts.since) return [];
    const age = Math.floor((facts.asOf - row.enteredAt) / DAY_MS);
    const fate = fateOf(row, there.has(row.recordId), side);
    return [{ step, age, count: 1, fate }];
  });
  const gone = new Map<string, number>();
  for (const { step, age } of fated) {
    const place = `${step} ${age}`;
    gone.set(place, (gone.get(place) ?? 0) + 1);
  }
  const waited = open.flatMap((one): FatedEntries[] => {
    const count = one.count - (gone.get(`${one.step} ${one.age}`) ?? 0);
    return count === 0 ? [] : [{ ...one, count, fate: 'waited' }];
  });
  return [...fated, ...waited];
}

function other(side: 'was' | 'is'): 'was' | 'is' {
  return side === 'was' ? 'is' : 'was';
}

function fateOf({ won }: ChangedRow, isElsewhere: boolean, side: 'was' | 'is'): Fate {
  if (isElsewhere) return 'moved';
  if (side === 'is') return 'came';
  return won ? 'won' : 'lost';
}
