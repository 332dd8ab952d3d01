/** Upper ends (not included) of the bands of annual contract value, in US dollars. */
const BANDS = [
  { band: '<$1k', below: 1_000 },
  { band: '$1-5k', below: 5_000 },
  { band: '$5-15k', below: 15_000 },
  { band: '$15-50k', below: 50_000 },
  { band: '$50-150k', below: 150_000 },
  { band: '$150k+', below: Number.POSITIVE_INFINITY },
] as const;

const RATES: Readonly<Record<string, readonly (number | null)[]>> = {
  'prospect>mql': [0.05, 0.1, 0.15, 0.2, 0.3, null],
  'mql>sql': [0.15, 0.2, 0.2, 0.25, 0.25, null],
  'sql>sal': [0.8, 0.85, 0.9, 0.95, 0.95, 1],
  'sal>won': [0.15, 0.17, 0.2, 0.25, 0.3, 0.35],
  'won>onboarded': [0.9, 0.92, 0.93, 0.94, 0.98, 0.99],
  discount: [0.05, 0.08, 0.1, 0.12, 0.12, 0.15],
  renewal: [0.8, 0.83, 0.87, 0.9, 0.92, 0.95],
  expansion: [0.1, 0.15, 0.2, 0.22, 0.25, 0.3],
};

/** Where the defaults come from; shown beside every one of them. */
export const PUBLIC_RECREATION = {
  source: 'public recreation',
  url: 'github.com/jurjen-gtm-engineer/gtmskills',
  asOf: '2026-11-01',
} as const;

/**
 * The published default rate of a conversion for a contract value: a starting point, never a truth.
 *
 * Besides conversions: `discount` (CR5), `renewal` (CR7, GRR), `expansion` (CR8, of ARR after
 * churn). Null where the table has no value, for another conversion, or without a contract value.
 * `acv` is taken as US dollars a year. Source: a public recreation of the Bowtie Standard; another
 * table of the same claimed origin differs in CR1 to CR3.
 * @example
 * publicBenchmark('sql>sal', 12_000) // => { rate: 0.9, band: '$5-15k' }
 * publicBenchmark('sal>won', 400_000) // => { rate: 0.35, band: '$150k+' }
 * publicBenchmark('prospect>mql', 400_000) // => null
 * publicBenchmark('onboarded>adopted', 12_000) // => null
 * publicBenchmark('sal>won', null) // => null
 */
export function publicBenchmark(
  conversion: string,
  acv: number | null,
): { rate: number; band: string } | null {
  const place = acv === null ? -1 : BANDS.findIndex(({ below }) => acv < below);
  const rate = RATES[conversion]?.[place] ?? null;
  const band = BANDS[place]?.band;
  return rate === null || band === undefined ? null : { rate, band };
}

/** All that the table says for one price: where an organization has no history of its own. */
export type BenchmarkBand = {
  band: string;
  /** The middle of the band; of the last one its lower end. */
  acv: number;
  rates: Record<string, number>;
};

/**
 * The whole table by price, the lowest first; a rate that it lacks is absent.
 * @example
 * publicBands().length // => 6
 * publicBands()[3]?.acv // => 32500
 * publicBands()[3]?.rates['sal>won'] // => 0.25
 */
export function publicBands(): BenchmarkBand[] {
  return BANDS.map(({ band, below }, place) => {
    const from = BANDS[place - 1]?.below ?? 0;
    const rates = Object.entries(RATES).flatMap(([key, values]) => {
      const rate = values[place] ?? null;
      return rate === null ? [] : [[key, rate]];
    });
    const acv = below === Number.POSITIVE_INFINITY ? from : (from + below) / 2;
    return { band, acv, rates: Object.fromEntries(rates) };
  });
}
