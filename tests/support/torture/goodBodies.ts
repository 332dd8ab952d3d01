const event = {
  ...{ event_id: 'e', record_id: 'r', stage: 'mql', occurred_at: '2026-01-05T09:00:00Z' },
  ...{ account_id: 'a', segment: 'small', motion: 'new_business', owner: 'ann', version: 1 },
  ...{ amount: '12000', currency: 'USD', close_date: '2026-03-01' },
};
const contract = {
  ...{ contract_id: 'c', account_id: 'a', starts_on: '2026-01-01', ends_on: '2027-01-01' },
  ...{ total_value: '12000', months: '12', currency: 'USD', cancelled_on: null, version: 1 },
};
const plan = {
  ...{ start: '2027-01-01', months: 12, target_arr: '6000000', rounding: 'none' },
  segments: [
    {
      ...{ key: 'all', opening_arr: '2000000', nrr: 1, share: 1, acv: '50000', discount: 0 },
      conversions: {
        ...{ 'prospect>mql': 0.2, 'mql>sql': 0.25, 'sql>sal': 0.9, 'sal>won': 0.2 },
        'won>onboarded': 1,
      },
      lags: { 'sal>won': [0, 0, 0.5, 0.5] },
    },
  ],
  capacity: [
    { role: 'SDR', stage: 'sal', per_month: 20, ramp: [0, 0.5, 1], heads: 3, attrition: 0.1 },
  ],
};

/** A body that is taken, for each address that pages and programs send much to. */
export const GOOD_BODIES: Record<string, object> = {
  '/events': { source: 'crm', events: [event, { ...event, event_id: 'f', stage: 'won' }] },
  '/contracts': { source: 'crm', contracts: [contract] },
  '/accounts': {
    source: 'crm',
    accounts: [{ account_id: 'a', name: 'A', segment: 'small', owner: 'ann', version: 1 }],
  },
  '/plans/decompose': plan,
  '/plans/levers': { rates: { cr1: 0.2, cr4: 0.2 }, price_realisation: 0.9, gain: 0.1, cap: 1 },
  '/plans/simulate': {
    ...plan,
    ...{ runs: 1000, seed: 1 },
    evidence: { 'sal>won': { successes: 30, trials: 120 } },
    volumes: { prospect: { mean: 800, dispersion: 20 } },
  },
};
