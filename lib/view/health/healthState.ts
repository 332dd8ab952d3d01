import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { FAULTS, type Fault } from '#lib/contract/vocabulary.ts';
import { addDays } from '../days.ts';
import type { ApiParams } from '../homeState.ts';

export const SPANS = ['days90', 'days365', 'all'] as const;
export type HealthSpan = (typeof SPANS)[number];

type Days = { from: string; to: string };
type Known = { today: string; dataFrom: string | null };

/** The days of a span, up to and with today. */
export function spanOfHealth(
  span: HealthSpan,
  { today, dataFrom }: Known,
): {
  from: string;
  to: string;
} {
  const to = addDays(today, 1);
  if (span === 'days90') return { from: addDays(to, -90), to };
  const year = addDays(to, -365);
  if (span === 'days365' || dataFrom === null) return { from: year, to };
  return { from: dataFrom < to ? dataFrom : year, to };
}

/** The entries of a stage, or those of them with a fault. */
export type Doubt = { stage: LadderStage; fault: Fault | null };

export function parseDoubt(open: string | null): Doubt | null {
  const [name, fault, more] = (open ?? '').split(':');
  const stage = LADDER.find((one) => one === name);
  if (stage === undefined || more !== undefined) return null;
  if (fault === undefined) return { stage, fault: null };
  const known = FAULTS.find((one) => one === fault);
  return known === undefined ? null : { stage, fault: known };
}

export function writeDoubt({ stage, fault }: Doubt): string {
  return fault === null ? stage : `${stage}:${fault}`;
}

export function doubtParams({ stage, fault }: Doubt, { from, to }: Days): ApiParams {
  return { from, to, stage, ...(fault === null ? {} : { fault }) };
}

/** A date or an instant of the address; whatever else stands there says nothing. */
export function validSince(since: string | null): string | null {
  if (since === null || !/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(since)) return null;
  return Number.isNaN(Date.parse(since)) ? null : since;
}
