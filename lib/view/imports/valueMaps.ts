import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import type { ColumnAnswer } from '#lib/contract/uploads.ts';
import { targetsFor } from './targets.ts';

export type ValueMap = {
  field: string;
  entries: { from: string; to: string }[];
  /** True where only our own words count: a motion that we do not know would be held back. */
  closed: boolean;
};

/** The dimensions that a column feeds, with the values that are known and what they become. */
export function valueMaps(
  kind: ImportKind,
  mapping: Mapping,
  columns: readonly ColumnAnswer[],
): ValueMap[] {
  const known = new Set<string>(targetsFor(kind, mapping.wide !== undefined));
  return DIMENSIONS.flatMap((field) => {
    const column = mapping.columns[field];
    if (column === undefined || !known.has(`field:${field}`)) return [];
    const said = mapping.values[field] ?? {};
    const samples = columns.find(({ name }) => name === column)?.samples ?? [];
    const values = [...new Set([...Object.keys(said), ...samples])];
    const entries = values.map((from) => ({ from, to: said[from] ?? '' }));
    return [{ field, entries, closed: field === 'motion' }];
  });
}

/** An empty `to` leaves the value as it is. */
export function setValue(mapping: Mapping, field: string, from: string, to: string): Mapping {
  const { [from]: _old, ...others } = mapping.values[field] ?? {};
  const own = to === '' ? others : { ...others, [from]: to };
  const { [field]: _field, ...rest } = mapping.values;
  const values = Object.keys(own).length === 0 ? rest : { ...rest, [field]: own };
  return { ...mapping, values };
}
