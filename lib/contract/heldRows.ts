import { z } from 'zod';
import { QUARANTINE_CODES } from './ingest.ts';

/** GET /imports/{id}/held: the quarantined rows by code, the first rows of each. */
export const heldAnswer = z.strictObject({
  data: z.strictObject({
    codes: z.array(
      z.strictObject({
        code: z.enum(QUARANTINE_CODES),
        count: z.int().nonnegative(),
        rows: z.array(
          z.strictObject({
            line: z.int(),
            message: z.string(),
            cells: z.array(z.string()).describe('The row as it came'),
          }),
        ),
      }),
    ),
  }),
});
export type HeldAnswer = z.infer<typeof heldAnswer>['data'];
