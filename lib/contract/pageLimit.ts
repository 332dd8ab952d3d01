import { z } from 'zod';

/** How many rows of a list an answer brings at most. */
export const pageLimit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .refine((limit) => limit <= 500, 'must be at most 500')
  .optional();
