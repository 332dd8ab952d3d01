import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';

/** What a mapping still lacks before rows can become anything; names of messages. */
export type Missing =
  | 'record_id'
  | 'stage'
  | 'occurred_at'
  | 'stage_dates'
  | 'outcome_date'
  | 'outcome_column'
  | 'account_id'
  | 'contract_id'
  | 'starts_on'
  | 'revenue'
  | 'months';

export function missingParts(kind: ImportKind, mapping: Mapping): Missing[] {
  if (kind === 'events') return mapping.wide ? wideParts(mapping.wide) : longParts(mapping);
  if (kind === 'accounts') return lacking(mapping, ['account_id']);
  const missing = lacking(mapping, ['contract_id', 'account_id', 'starts_on']);
  const has = (field: string) => isFed(mapping, field);
  if (!has('arr') && !has('mrr') && !has('total_value')) missing.push('revenue');
  else if (has('total_value') && !has('months')) missing.push('months');
  return missing;
}

function longParts(mapping: Mapping): Missing[] {
  return lacking(mapping, ['record_id', 'stage', 'occurred_at']);
}

function wideParts(wide: NonNullable<Mapping['wide']>): Missing[] {
  const missing: Missing[] = wide.record_id === '' ? ['record_id'] : [];
  if (Object.keys(wide.stages).length === 0 && !wide.outcome) missing.push('stage_dates');
  if (wide.outcome && wide.outcome.date === '') missing.push('outcome_date');
  if (wide.outcome && wide.outcome.column === '') missing.push('outcome_column');
  return missing;
}

function lacking(mapping: Mapping, fields: Missing[]): Missing[] {
  return fields.filter((field) => !isFed(mapping, field));
}

function isFed(mapping: Mapping, field: string): boolean {
  return Boolean(mapping.columns[field]) || Boolean(mapping.constants[field]);
}
