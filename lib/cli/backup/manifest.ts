import { z } from 'zod';

const file = z.strictObject({
  table: z.string().regex(/^[a-z0-9_]+$/),
  columns: z.array(z.string().regex(/^[a-z0-9_]+$/)).min(1),
  file: z.string().regex(/^[a-z0-9_]+\.copy\.gz$/),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup holds; written last, so that a folder without it is no backup. */
export const manifestShape = z.strictObject({
  format: z.literal(1),
  created_at: z.iso.datetime({ offset: true }),
  migrations: z.array(z.string()),
  arrival: z.string().regex(/^\d+$/),
  files: z.array(file),
});
export type Manifest = z.infer<typeof manifestShape>;
export type BackupFile = z.infer<typeof file>;

export const MANIFEST = 'manifest.json';
