import type { Mapping } from '#lib/contract/ingest.ts';

export type Shape = 'long' | 'wide';

export function shapeOf(mapping: Mapping): Shape {
  return mapping.wide === undefined ? 'long' : 'wide';
}

/** The same file read in the other shape: what both shapes know is kept. */
export function reshape(mapping: Mapping, shape: Shape): Mapping {
  if (shape === shapeOf(mapping)) return mapping;
  if (shape === 'wide') {
    const { record_id = '', stage, occurred_at, event_id: _id, ...columns } = mapping.columns;
    const both = stage !== undefined && occurred_at !== undefined;
    const outcome = both ? { outcome: { date: occurred_at, column: stage, values: {} } } : {};
    return { ...mapping, columns, stages: {}, wide: { record_id, stages: {}, ...outcome } };
  }
  const { wide, amount_on: _bound, ...rest } = mapping;
  const columns = { ...rest.columns };
  if (wide?.record_id) columns.record_id = wide.record_id;
  if (wide?.outcome?.column) columns.stage = wide.outcome.column;
  if (wide?.outcome?.date) columns.occurred_at = wide.outcome.date;
  return { ...rest, columns };
}
