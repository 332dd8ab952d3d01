import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import { type Issue, Refusal } from '#lib/contract/errors.ts';
import { FIELDS, MAX_SOURCE } from '#lib/contract/fields.ts';
import type { FileFault } from '#lib/contract/fileFaults.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import { isStorable } from '#lib/contract/isStorable.ts';

const STAGES: ReadonlySet<string> = new Set(TIE_ORDER);

const REQUIRED: Record<ImportKind, readonly string[]> = {
  events: ['record_id', 'stage', 'occurred_at'],
  accounts: ['account_id'],
  contracts: ['contract_id', 'account_id', 'starts_on'],
};

/** Refuses a mapping that cannot work, naming each fault; `header` when the file is known. */
export function checkMapping(kind: ImportKind, mapping: Mapping, header?: readonly string[]): void {
  const own = [
    ...textFaults(mapping),
    ...fieldFaults(kind, mapping),
    ...stageFaults(kind, mapping),
    ...missingFaults(kind, mapping),
  ];
  const issues = [...own, ...(header ? columnFaults(mapping, header) : [])];
  const [first] = issues;
  if (first === undefined) return;
  // A mapping that is whole by itself does not fit this file.
  const reason: FileFault | undefined = own.length === 0 ? 'missing_column' : undefined;
  throw new Refusal('invalid_request', `mapping.${first.path}: ${first.message}`, issues, reason);
}

/** A mapping is kept as it is, and its source is part of database keys. */
function textFaults(mapping: Mapping): Issue[] {
  const issues: Issue[] = [];
  const source = mapping.constants.source ?? '';
  if (source.length > MAX_SOURCE) {
    issues.push({ path: 'constants.source', message: `is longer than ${MAX_SOURCE} characters` });
  }
  const texts: string[] = [];
  JSON.stringify(mapping, (key, value) => {
    texts.push(key);
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  const bad = texts.find((text) => !isStorable(text));
  if (bad !== undefined) issues.push({ path: 'mapping', message: 'holds what is not text (NUL)' });
  return issues;
}

function fieldFaults(kind: ImportKind, mapping: Mapping): Issue[] {
  const known: ReadonlySet<string> = new Set(FIELDS[kind]);
  const isKnown = (part: string, field: string) =>
    known.has(field) || (part === 'constants' && field === 'source');
  return (['columns', 'constants', 'values'] as const).flatMap((part) =>
    Object.keys(mapping[part])
      .filter((field) => !isKnown(part, field))
      .map((field) => ({ path: `${part}.${field}`, message: `${kind} have no such field` })),
  );
}

function stageFaults(kind: ImportKind, mapping: Mapping): Issue[] {
  const message = `must be one of ${TIE_ORDER.join(', ')}`;
  const unknown = (stage: string | null) => stage !== null && !STAGES.has(stage);
  const issues: Issue[] = [];
  for (const [name, stage] of Object.entries(mapping.stages)) {
    if (unknown(stage)) issues.push({ path: `stages.${name}`, message });
  }
  for (const stage of Object.keys(mapping.wide?.stages ?? {})) {
    if (unknown(stage)) issues.push({ path: `wide.stages.${stage}`, message });
  }
  for (const [value, stage] of Object.entries(mapping.wide?.outcome?.values ?? {})) {
    if (unknown(stage)) issues.push({ path: `wide.outcome.values.${value}`, message });
  }
  if (mapping.wide && kind !== 'events') {
    issues.push({ path: 'wide', message: `is for events, not for ${kind}` });
  }
  const on = mapping.amount_on;
  if (on !== undefined && on !== 'outcome' && unknown(on)) {
    issues.push({ path: 'amount_on', message: 'must be "outcome" or a stage' });
  }
  if (on !== undefined && !mapping.wide) {
    issues.push({ path: 'amount_on', message: 'is for wide files' });
  }
  return issues;
}

function missingFaults(kind: ImportKind, mapping: Mapping): Issue[] {
  const { columns, constants, wide } = mapping;
  if (wide) {
    if (wide.outcome || Object.keys(wide.stages).length > 0) return [];
    return [{ path: 'wide.stages', message: 'names no stage and there is no outcome' }];
  }
  return REQUIRED[kind]
    .filter((field) => columns[field] === undefined && constants[field] === undefined)
    .map((field) => ({ path: `columns.${field}`, message: 'is required' }));
}

/** Every place of a mapping that names a column. */
export function namedColumns(mapping: Mapping): { path: string; column: string }[] {
  const { columns, wide } = mapping;
  const named = Object.entries(columns).map(([field, column]) => ({
    path: `columns.${field}`,
    column,
  }));
  if (!wide) return named;
  named.push({ path: 'wide.record_id', column: wide.record_id });
  for (const [stage, column] of Object.entries(wide.stages)) {
    named.push({ path: `wide.stages.${stage}`, column });
  }
  if (wide.outcome) {
    named.push({ path: 'wide.outcome.date', column: wide.outcome.date });
    named.push({ path: 'wide.outcome.column', column: wide.outcome.column });
  }
  return named;
}

function columnFaults(mapping: Mapping, header: readonly string[]): Issue[] {
  const known = new Set(header);
  const shown = header.slice(0, 30).join(', ');
  return namedColumns(mapping)
    .filter(({ column }) => !known.has(column))
    .map(({ path, column }) => ({
      path,
      message: `the file has no column "${column}"; it has: ${shown}`,
    }));
}
