import { z } from 'zod';
import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import type { Assumption } from './planMeta.ts';

/** A plan as it goes on paper: its inputs, what follows from them, and where they come from. */
export type PlanPaper = {
  org: string;
  currency: string;
  /** The day on which it was made, as an ISO date. */
  madeOn: string;
  plan: PlanInput;
  /** In full precision. */
  exact: PlanResult;
  /** In whole counts that add up. */
  whole: PlanResult;
  assumptions: readonly Assumption[];
};

export const planPaperParams = z.strictObject({
  format: z.enum(['xlsx', 'csv']),
  locale: z.enum(['en', 'zh-Hans', 'zh-Hant']).default('en'),
});
