import { FATES, type Fate } from '#lib/bowtie/forecast/fates.ts';
import { addDays } from '#lib/bowtie/localDay.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { PlanForecast } from '#lib/contract/planForecast.ts';
import type { ApiParams } from '../homeState.ts';
import { writeDrill } from '../records/drill.ts';
import type { CauseName } from './forecastCauses.ts';

type Asked = { forecast: PlanForecast; stages: readonly LadderStage[]; tier: string | null };

/** Records behind a number of the projection, as the address of the page opens them. */
export type ForecastDrill = { open: string; outcome: 'open' | null };

/** The open entries of a stage before the win: their number is the one that is projected with. */
export function pipelineDrill(
  stage: LadderStage,
  { forecast, stages, tier }: Asked,
): ForecastDrill {
  const next = stages[stages.indexOf(stage) + 1] ?? 'won';
  const { from, to } = forecast.measured.rates;
  const span = { from, to, clock: 'cohort', ...ofTier(tier) };
  return { open: writeDrill(`${stage}>${next}`, span), outcome: 'open' };
}

/** What happened since last week behind a reason; null where it is no happening. */
export function causeDrill(
  cause: CauseName,
  { forecast, tier }: Pick<Asked, 'forecast' | 'tier'>,
): (ForecastDrill & { says: Fate | 'left' | 'grew' }) | null {
  const { change, weeks, start } = forecast;
  const today = weeks.at(-1)?.as_of ?? start;
  const span = { from: change?.since ?? start, to: addDays(today, 1), clock: 'cohort' };
  const told = (what: string) => ({
    open: writeDrill(what, { ...span, ...ofTier(tier) }),
    outcome: null,
  });
  if (cause === 'left') return { says: cause, ...told('churn') };
  if (cause === 'grew') return { says: cause, ...told('expansion') };
  const fate = FATES.find((one) => one === cause);
  return fate === undefined ? null : { says: fate, ...told(`pipeline-${fate}`) };
}

function ofTier(tier: string | null): ApiParams {
  return tier === null ? {} : { segment: tier };
}
