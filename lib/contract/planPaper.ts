import { z } from 'zod';
import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import type { Uncertainty } from '#lib/bowtie/plan/simulatePlan.ts';
import { PAPERS } from './paperSizes.ts';
import type { PlanDefaultsAnswer } from './planDefaults.ts';
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

/** A plan with all that a printed page says besides: who, how likely, and held against what. */
export type PlanPrint = PlanPaper & {
  timeZone: string;
  /** The organization is the sample: nothing of it is anybody's business. */
  isSample: boolean;
  people: readonly { name: string; role: string }[];
  /** What the organization itself has done. */
  known: PlanDefaultsAnswer['data'];
  uncertainty: Uncertainty;
};

export const planPaperParams = z.strictObject({
  format: z.enum(['xlsx', 'csv', 'pdf']),
  locale: z.enum(['en', 'zh-Hans', 'zh-Hant']).default('en'),
  paper: z.enum(PAPERS).default('a4').describe('Of a PDF'),
});
