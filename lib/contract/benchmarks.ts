import { z } from 'zod';

const text = z
  .string()
  .trim()
  .min(1, 'must say where the value comes from')
  .max(500)
  .refine((one) => one.isWellFormed() && !one.includes('\0'), 'must be text without NUL');

/** One value that a conversion is held against, from a day on. */
export const benchmarkBody = z.strictObject({
  conversion: z.string(),
  value: z.number().min(0).max(1),
  as_of: z.iso.date({ error: 'must be a date as YYYY-MM-DD' }),
  source: text,
});

export const benchmarkTarget = z.strictObject({ conversion: z.string() });

const benchmark = benchmarkBody.extend({
  own: z.boolean().describe('false: a published default'),
  band: z.string().nullable().describe('Contract value that a default is for; null for own ones'),
});

export const benchmarksAnswer = z.strictObject({
  data: z.strictObject({ benchmarks: z.array(benchmark) }),
});

export type BenchmarkBody = z.infer<typeof benchmarkBody>;
export type BenchmarkAnswer = z.infer<typeof benchmark>;
export type BenchmarksAnswer = z.infer<typeof benchmarksAnswer>;
