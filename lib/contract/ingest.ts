import { z } from 'zod';

export const IMPORT_KINDS = ['events', 'contracts', 'accounts'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const QUARANTINE_CODES = [
  'unknown_stage',
  'invalid_date',
  'future_date',
  'too_old',
  'missing_field',
  'invalid_amount',
  'invalid_currency',
  'invalid_period',
  'no_events',
  'bad_row',
] as const;
export type QuarantineCode = (typeof QUARANTINE_CODES)[number];

/** What a file leaves open or hides, so that something had to be assumed. */
export const FILE_NOTES = [
  'no_rows',
  'guessed_day_order',
  'guessed_decimal',
  'serial_dates',
] as const;

/** What is worth knowing of rows that were taken; an import counts such rows. */
export const ROW_NOTES = ['assumed_currency', 'skipped_time', 'repeated_time'] as const;
export type RowNote = (typeof ROW_NOTES)[number];

const count = z.int().nonnegative();

/** Answer of POST /events, /contracts, /accounts. `rows` lists duplicates and quarantined rows. */
export const postAnswer = z.strictObject({
  data: z.strictObject({
    received: count,
    accepted: count,
    duplicates: count,
    quarantined: count,
    ignored: count,
    rows: z.array(
      z.strictObject({
        index: count,
        status: z.enum(['duplicate', 'quarantined']),
        code: z.enum([...QUARANTINE_CODES, 'duplicate']),
        message: z.string(),
      }),
    ),
  }),
});

const columnName = z.string().min(1);

/** How a file's columns become events, contracts or accounts (docs/api.md, Mapping). */
export const mappingBody = z.strictObject({
  columns: z.record(z.string(), columnName).default({}),
  constants: z.record(z.string(), z.string()).default({}),
  stages: z.record(z.string(), z.string().nullable()).default({}),
  date_format: z.enum(['auto', 'iso', 'mdy', 'dmy']).default('auto'),
  null_values: z.array(z.string()).default(['', 'NULL', 'NaN', '\\N', 'Select']),
  decimal: z.enum(['auto', '.', ',']).default('auto'),
  header: z.boolean().default(true),
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  end_date: z.enum(['exclusive', 'inclusive']).default('exclusive'),
  amount_on: z.string().optional(),
  wide: z
    .strictObject({
      record_id: columnName,
      stages: z.record(z.string(), columnName).default({}),
      outcome: z
        .strictObject({
          date: columnName,
          column: columnName,
          values: z.record(z.string(), z.string().nullable()),
        })
        .optional(),
    })
    .optional(),
});
export type Mapping = z.output<typeof mappingBody>;

export const IMPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const importAnswer = z.strictObject({
  id: z.uuid(),
  kind: z.enum(IMPORT_KINDS),
  file_name: z.string(),
  dry_run: z.boolean(),
  status: z.enum(IMPORT_STATUSES),
  received: count,
  accepted: count,
  duplicates: count,
  quarantined: count,
  ignored: count,
  bytes: count,
  bytes_total: count,
  warnings: z.array(z.strictObject({ code: z.string(), count })),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  mapping_name: z
    .string()
    .nullable()
    .describe('Of the saved mapping or preset that says the same as the mapping of this import'),
  created_at: z.iso.datetime({ offset: true }),
  started_at: z.iso.datetime({ offset: true }).nullable(),
  finished_at: z.iso.datetime({ offset: true }).nullable(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

export const importsAnswer = z.strictObject({
  data: z.strictObject({ imports: z.array(importAnswer) }),
});
