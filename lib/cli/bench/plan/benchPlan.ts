import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';

const LAGS = [0.3, 0.4, 0.2, 0.1];

/** A year of three tiers over five stages, with lags at every step. */
export const BENCH_PLAN: PlanInput = {
  start: '2027-01-01',
  months: 12,
  target_arr: '6000000',
  rounding: 'none',
  segments: [tier('small', 0.2, '6000'), tier('mid', 0.3, '26000'), tier('key', 0.5, '110000')],
  capacity: [
    { role: 'SDR', stage: 'sal', per_month: 20, ramp: [0, 0.5], heads: 9, attrition: 0.1 },
    { role: 'AE', stage: 'won', per_month: 4, ramp: [0, 0.25, 0.5], heads: 9, attrition: 0.1 },
  ],
};

function tier(key: string, share: number, acv: string): PlanSegment {
  return {
    key,
    opening_arr: '700000',
    nrr: 0.98,
    share,
    acv,
    discount: 0.05,
    conversions: {
      'prospect>mql': 0.3,
      'mql>sql': 0.3,
      'sql>sal': 0.8,
      'sal>won': 0.25,
      'won>onboarded': 0.95,
    },
    lags: { 'prospect>mql': LAGS, 'mql>sql': LAGS, 'sql>sal': LAGS, 'sal>won': LAGS },
  };
}

export const BENCH_EVIDENCE = {
  'prospect>mql': { successes: 300, trials: 1000 },
  'mql>sql': { successes: 90, trials: 300 },
  'sql>sal': { successes: 80, trials: 100 },
  'sal>won': { successes: 30, trials: 120 },
};
