/** Every metric that the product shows, by the part of the page that tells it. */
export const METRICS = {
  counts: ['entries', 'stock', 'amount'],
  conversion: ['rate', 'flows', 'fromFirst', 'interval', 'matured', 'days', 'winRate', 'change'],
  loop: [
    'arr',
    'bridge',
    'growth',
    'nrr',
    'grr',
    'logos',
    'renewal',
    'atRisk',
    'grace',
    'recurringShare',
  ],
  plan: ['forecast', 'forecastChange'],
  analysis: ['moves', 'stuck', 'handOff', 'mix', 'product', 'gap', 'break'],
} as const;

export type MetricPart = keyof typeof METRICS;
export type Metric = (typeof METRICS)[MetricPart][number];
