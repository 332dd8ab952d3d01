import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';

/** Questions of a plan are about new business, by segment unless all of it is asked for. */
export function planScope(
  org: Org,
  asOf: Instant,
  stages: readonly LadderStage[],
  by: 'segment' | null = 'segment',
): QuestionScope {
  const where = { motion: ['new_business'] };
  return { asOf, rule: 'implied', stages, by, where, timeZone: org.timeZone, limits: [] };
}
