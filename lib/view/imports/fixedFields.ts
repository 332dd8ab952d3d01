import { FIELDS } from '#lib/contract/fields.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';

// What tells rows apart cannot be the same for all of them; the source has its own place.
const VARYING = new Set([
  'event_id',
  'record_id',
  'occurred_at',
  'contract_id',
  'account_id',
  'name',
  'version',
  'source',
  'starts_on',
  'close_date',
  'cancelled_on',
]);

/** Fields that can still get a fixed value: neither fixed yet nor fed by a column. */
export function fixableFields(kind: ImportKind, mapping: Mapping): string[] {
  return FIELDS[kind].filter((field) => {
    if (VARYING.has(field) || (field === 'stage' && mapping.wide)) return false;
    return mapping.columns[field] === undefined && mapping.constants[field] === undefined;
  });
}

/** The fixed values on the page: the source is asked for where the import is started. */
export function fixedFields(mapping: Mapping): string[] {
  return Object.keys(mapping.constants).filter((field) => field !== 'source');
}

export function setFixed(mapping: Mapping, field: string, value: string | null): Mapping {
  const { [field]: _old, ...rest } = mapping.constants;
  return { ...mapping, constants: value === null ? rest : { ...rest, [field]: value } };
}
