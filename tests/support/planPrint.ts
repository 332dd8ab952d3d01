import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanPrint } from '#lib/contract/planPaper.ts';

const role = { ramp: [0, 0.5], attrition: 0.3, cost: '90000' };

/** Two tiers, one with a name that nobody foresaw; people; a season. */
export const PRINTED_PLAN: PlanInput = {
  ...{ start: '2027-01-01', months: 12, target_arr: '6000000', rounding: 'none' },
  segments: [
    {
      ...{ key: 'small', opening_arr: '800000', nrr: 0.9, share: 0.4, acv: '12000', discount: 0.1 },
      conversions: {
        ...{ 'prospect>mql': 0.2, 'mql>sql': 0.25, 'sql>sal': 0.9, 'sal>won': 0.2 },
        'won>onboarded': 0.95,
      },
      lags: { 'sal>won': [0.2, 0.5, 0.3], 'won>onboarded': [0, 0.5, 0.5] },
      seasonality: [...new Array(11).fill(0.05), 0.45],
    },
    {
      ...{ key: 'Ärzte & 医院, 한국', opening_arr: '1200000', nrr: 1.1, share: 0.6, acv: '50000' },
      ...{ discount: 0, conversions: { 'sql>sal': 0.8, 'sal>won': 0.3 } },
      lags: { 'sal>won': [0, 0, 0.5, 0.5] },
    },
  ],
  capacity: [
    { role: 'SDR', stage: 'sql', per_month: 20, heads: 3, ...role },
    { role: 'AE', stage: 'sal', per_month: 4, heads: 2, ...role, cost: undefined },
  ],
};

/** What a report would say of a plan of an organization that has some history. */
export function planPrint(
  plan: PlanInput = PRINTED_PLAN,
  changes: Partial<PlanPrint> = {},
): PlanPrint {
  const { start, months } = plan;
  const trials = { successes: 30, trials: 150 };
  const evidence = Object.fromEntries(
    plan.segments.map(({ key, conversions }) => [
      key,
      Object.fromEntries(Object.keys(conversions).map((name) => [name, trials])),
    ]),
  );
  const actual = Object.fromEntries(
    plan.segments.map(({ key }) => [
      key,
      {
        ...{ from: '2025-11-24', to: '2026-11-24', won_arr: '900000.00', wins: 40 },
        entries: { prospect: 3000, mql: 600, sql: 150, sal: 140, won: 40 },
      },
    ]),
  );
  const best = { best: 0.5, base: 60, from: '2026-01-01', to: '2026-04-01' };
  return {
    ...{ org: 'Acme', currency: 'USD', madeOn: '2026-11-23', timeZone: 'UTC', isSample: false },
    plan: { ...plan, rounding: 'none' },
    exact: decomposePlan({ ...plan, rounding: 'none' }),
    whole: decomposePlan({ ...plan, rounding: 'display' }),
    assumptions: [
      {
        ...{ path: 'segments.0.conversions.sal>won', value: 0.2, source: 'segment' },
        ...{ base: 150, n: 30, from: '2025-11-24', to: '2026-11-24', about: null },
        maturity: { horizon_days: 90, at_risk: 20, open: 7 },
      },
    ],
    people: [{ name: 'Li Na 李娜', role: 'AE' }],
    known: {
      ...{ start, months, segments: [], capacity: [], evidence, actual, benchmarks: [] },
      history: { small: { months: {}, rates: { 'sal>won': best } } },
    },
    uncertainty: { runs: 500, seed: 1, own_evidence: evidence },
    ...changes,
  };
}
