import { z } from 'zod';
import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import { IMPORT_KINDS, mappingBody, QUARANTINE_CODES } from './ingest.ts';
import { isStorable } from './isStorable.ts';

const count = z.int().nonnegative();
const mappingName = z.string().trim().min(1).max(200).refine(isStorable, 'must be plain text');
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const PRESETS = [
  'salesforce-opportunity-history',
  'fivetran-salesforce-opportunities',
  'fivetran-salesforce-accounts',
  'fivetran-hubspot-deal-stages',
] as const;

/** How the bytes become cells; what is absent is sniffed. */
export const readingBody = z.strictObject({
  encoding: z.string().min(1).max(40).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  header: z.boolean().optional(),
});
export type ReadingBody = z.output<typeof readingBody>;

const columnAnswer = z.strictObject({
  name: z.string().describe('The name in the header; "1", "2", ... without one'),
  samples: z.array(z.string()).describe('Up to 5 different values that are not empty'),
  empty_share: z.number().min(0).max(1).describe('Of the rows that were looked at'),
  looks: z.enum(['date', 'number', 'text', 'empty']),
  date_format: z.enum(['iso', 'mdy', 'dmy', 'ambiguous']).nullable(),
});
export type ColumnAnswer = z.infer<typeof columnAnswer>;

export const sniffAnswer = z.strictObject({
  encoding: z.string(),
  delimiter: z.enum(DELIMITERS),
  header: z.boolean(),
  gzip: z.boolean(),
  date_format: z.enum(['auto', 'iso', 'mdy', 'dmy']),
  decimal: z.enum(['auto', '.', ',']),
  rows_seen: count,
  columns: z.array(columnAnswer),
  rows: z.array(z.array(z.string())).describe('The first 5 rows as they came, without a header'),
});
export type SniffAnswer = z.infer<typeof sniffAnswer>;

const savedMapping = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(IMPORT_KINDS),
  mapping: mappingBody,
  header: z.array(z.string()),
  created_at: z.iso.datetime({ offset: true }),
});
export type SavedMapping = z.infer<typeof savedMapping>;

/** POST /uploads, and POST /uploads/{id}/sniff with another `readingBody`. */
export const uploadAnswer = z.strictObject({
  data: z.strictObject({
    id: z.uuid(),
    file_name: z.string(),
    bytes: count,
    sha256: z.string(),
    sniff: sniffAnswer,
    suggestions: z
      .array(
        z.strictObject({
          kind: z.enum(IMPORT_KINDS),
          /** Required fields that no column was found for. */
          missing: z.array(z.string()),
          mapping: mappingBody,
        }),
      )
      .describe('One per kind, the likeliest first'),
    saved: savedMapping.nullable().describe('The newest saved mapping of exactly this header'),
  }),
});
export type UploadAnswer = z.infer<typeof uploadAnswer>['data'];

export const previewBody = readingBody.omit({ header: true }).extend({
  kind: z.enum(IMPORT_KINDS),
  mapping: mappingBody,
  time_zone: z.string().optional(),
});
export type PreviewBody = z.input<typeof previewBody>;

const problem = z.strictObject({ code: z.enum(QUARANTINE_CODES), message: z.string() });

/** POST /uploads/{id}/preview: the first 20 rows as what they would become. */
export const previewAnswer = z.strictObject({
  data: z.strictObject({
    rows: z.array(
      z.strictObject({
        line: count,
        cells: z.array(z.string()),
        status: z.enum(['accepted', 'quarantined', 'ignored']),
        /** Events, contracts or accounts, with the names of the API. */
        facts: z.array(z.record(z.string(), z.string().nullable())),
        problem: problem.nullable(),
      }),
    ),
    stages: z
      .array(
        z.strictObject({
          name: z.string().describe('As written in the file'),
          count,
          /** null: ignored; absent: neither mapped nor known, such rows are quarantined. */
          stage: z
            .enum(TIE_ORDER as unknown as [string, ...string[]])
            .nullable()
            .optional(),
          suggested: z.enum(TIE_ORDER as unknown as [string, ...string[]]).nullable(),
        }),
      )
      .describe('Different stage values (of a wide file: outcome values), the commonest first'),
    rows_scanned: count,
    complete: z.boolean().describe('Whether the stage values are of the whole file'),
  }),
});
export type PreviewAnswer = z.infer<typeof previewAnswer>['data'];

/** POST /uploads/{id}/import: 202 with the import's id; with `dry_run` it only counts. */
export const startBody = previewBody.extend({
  dry_run: z.boolean().default(false),
  save_as: mappingName.optional().describe('Keep the mapping by this name'),
});
export type StartBody = z.input<typeof startBody>;

export const startAnswer = z.strictObject({
  data: z.strictObject({ id: z.uuid(), status: z.literal('queued') }),
});

export const mappingsAnswer = z.strictObject({
  data: z.strictObject({ mappings: z.array(savedMapping) }),
});
export const mappingInput = z.strictObject({
  name: mappingName,
  kind: z.enum(IMPORT_KINDS),
  mapping: mappingBody,
  header: z.array(z.string().refine(isStorable)).max(10_000),
});
export const mappingAnswer = z.strictObject({ data: savedMapping });
