import type { Mapping } from '#lib/contract/ingest.ts';
import { namedColumns } from '#lib/ingest/mapping/checkMapping.ts';

/**
 * What an import without a mapping takes the columns for, a line each, and last the mapping itself:
 * kept in a file it makes the next import say the same whatever its columns look like.
 */
export function tellMapping(path: string, mapping: Mapping): string {
  const columns = namedColumns(mapping).map(
    ({ path: field, column }) => `  ${field.replace(/^columns\./, '')} = column "${column}"`,
  );
  const constants = Object.entries(mapping.constants).map(
    ([field, value]) => `  ${field} = "${value}" for every row`,
  );
  const values = [...Object.entries(mapping.stages), ...outcomes(mapping)].map(
    ([name, stage]) => `  stage "${name}" = ${stage ?? 'ignored'}`,
  );
  return [
    `No --mapping was given. This is how ${path} was understood:`,
    ...[...columns, ...constants, ...values],
    'To keep it, put this into a file and name it with --mapping:',
    JSON.stringify(mapping),
    '',
  ].join('\n');
}

function outcomes(mapping: Mapping): [string, string | null][] {
  return Object.entries(mapping.wide?.outcome?.values ?? {});
}
