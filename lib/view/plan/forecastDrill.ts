import { addDays } from '#lib/bowtie/localDay.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { PlanForecast } from '#lib/contract/planForecast.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { ApiParams } from '../homeState.ts';
import { type Drill, parseDrill } from '../records/drill.ts';
import type { CauseName } from './forecastCauses.ts';

/** The records that somebody opened, and the question that they answer. */
export type ForecastDrill = { drill: Drill; scope: ApiParams; outcome: Outcome | null };

/** The open entries of a stage before the win, as an address. */
export function pipelineDrill(stage: LadderStage, stages: readonly LadderStage[]): string {
  return `${stage}>${stages[stages.indexOf(stage) + 1] ?? 'won'}`;
}

/** What happened since last week behind a reason; null where it is no happening. */
export function causeDrill(
  cause: CauseName,
  stages: readonly LadderStage[],
): { says: 'won' | 'came' | 'left' | 'grew'; open: string } | null {
  if (cause === 'won') return { says: cause, open: 'won' };
  if (cause === 'left') return { says: cause, open: 'churn' };
  if (cause === 'grew') return { says: cause, open: 'expansion' };
  const [first] = stages;
  return cause === 'came' && first !== undefined ? { says: cause, open: first } : null;
}

/** Open entries of twelve months, or what came since the start of last week. */
export function forecastDrill(
  open: string,
  { measured, change, weeks, start }: PlanForecast,
  tier: string | null,
): ForecastDrill | null {
  const drill = parseDrill(open);
  if (drill === null) return null;
  const own: ApiParams = tier === null ? {} : { segment: tier };
  if (drill.selection.kind === 'conversion') {
    const { from, to } = measured.rates;
    return { drill, scope: { from, to, clock: 'cohort', ...own }, outcome: 'open' };
  }
  const today = weeks.at(-1)?.as_of ?? start;
  const scope = { from: change?.since ?? start, to: addDays(today, 1), clock: 'cohort', ...own };
  return { drill, scope, outcome: null };
}
