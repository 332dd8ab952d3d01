import { z } from 'zod';

/** GET /segments: the values that came in, before the organization's rule has its say. */
export const segmentsAnswer = z.strictObject({
  data: z.strictObject({
    written: z.array(z.string()).describe('At most 2,000, in code point order'),
    more: z.boolean().describe('There are more'),
  }),
});
export type SegmentsAnswer = z.infer<typeof segmentsAnswer>['data'];
