import type { PlanForecast } from '#lib/contract/planForecast.ts';
import type { PlanPart } from '../planPart.ts';

/** What every section about the end of the year is made of. */
export type ForecastPart = Pick<PlanPart, 'facts' | 'state' | 'format' | 'onChange'> & {
  forecast: PlanForecast;
  /** The last day of the projection. */
  last: string;
  /** The day of the answer. */
  today: string;
  /** One segment, or all. */
  tier: string | null;
};
