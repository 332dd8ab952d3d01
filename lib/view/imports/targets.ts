import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';

/**
 * What a column of a file can become: a field, the date of a stage, or a part of the outcome.
 * One string, so that it can be the value of a select.
 */
export type Target =
  | `field:${string}`
  | `stage:${string}`
  | 'record'
  | 'outcome:date'
  | 'outcome:column';

const EVENT_DETAILS = ['account_id', 'amount', 'currency', ...DIMENSIONS, 'close_date'] as const;
const ACCOUNT_DETAILS = ['name', 'segment', 'region', 'channel', 'owner'] as const;
const CONTRACT_MONEY = ['arr', 'mrr', 'total_value', 'months', 'currency'] as const;
const CONTRACT_DETAILS = ['ends_on', 'cancelled_on', 'product', 'segment', 'motion'] as const;

/** All targets of a kind in the order in which they are offered. */
export function targetsFor(kind: ImportKind, wide: boolean): Target[] {
  if (kind === 'accounts') return fields(['account_id', ...ACCOUNT_DETAILS, 'version']);
  if (kind === 'contracts') {
    const key = ['contract_id', 'account_id', 'starts_on'];
    return fields([...key, ...CONTRACT_DETAILS, ...CONTRACT_MONEY, 'version']);
  }
  if (!wide) {
    const key = ['record_id', 'stage', 'occurred_at'];
    return fields([...key, ...EVENT_DETAILS, 'event_id', 'source', 'version']);
  }
  const stages = TIE_ORDER.map((stage): Target => `stage:${stage}`);
  const outcome: Target[] = ['outcome:date', 'outcome:column'];
  return ['record', ...stages, ...outcome, ...fields([...EVENT_DETAILS, 'source', 'version'])];
}

/** Where a column goes, in the order of `targetsFor`; a column may have several uses. */
export function targetsOf(mapping: Mapping, kind: ImportKind, column: string): Target[] {
  return targetsFor(kind, mapping.wide !== undefined).filter(
    (target) => columnOf(mapping, target) === column,
  );
}

/** The column that feeds a target, if any. */
export function columnOf(mapping: Mapping, target: Target): string | undefined {
  const [place, name = ''] = split(target);
  if (place === 'field') return own(mapping.columns, name);
  const wide = mapping.wide;
  if (place === 'record') return wide?.record_id || undefined;
  if (place === 'stage') return wide && own(wide.stages, name);
  return (name === 'date' ? wide?.outcome?.date : wide?.outcome?.column) || undefined;
}

/** The mapping with the target fed by this column; `null` leaves the target without one. */
export function assign(mapping: Mapping, target: Target, column: string | null): Mapping {
  const [place, name = ''] = split(target);
  if (place === 'field') return { ...mapping, columns: put(mapping.columns, name, column) };
  const wide = mapping.wide ?? { record_id: '', stages: {} };
  if (place === 'record') return { ...mapping, wide: { ...wide, record_id: column ?? '' } };
  if (place === 'stage') {
    return { ...mapping, wide: { ...wide, stages: put(wide.stages, name, column) } };
  }
  const before = wide.outcome ?? { date: '', column: '', values: {} };
  // Another column has other values, so what the old ones meant is no longer said.
  const values = name === 'column' && before.column !== column ? {} : before.values;
  const outcome = { ...before, [name]: column ?? '', values };
  const { outcome: _old, ...rest } = wide;
  const isEmpty = outcome.date === '' && outcome.column === '';
  return { ...mapping, wide: isEmpty ? rest : { ...rest, outcome } };
}

function fields(names: readonly string[]): Target[] {
  return names.map((name): Target => `field:${name}`);
}

function split(target: Target): string[] {
  return target.split(':');
}

function own(record: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function put(
  record: Record<string, string>,
  key: string,
  value: string | null,
): Record<string, string> {
  const { [key]: _old, ...rest } = record;
  return value === null ? rest : { ...rest, [key]: value };
}
