/** The factors of a lever test, in the order in which a record meets them. */
export const LEVERS = [
  'cr1',
  'cr2',
  'cr3',
  'cr4',
  'price_realisation',
  'cr6',
  'cr7',
  'cr8',
] as const;
export type Lever = (typeof LEVERS)[number];

/** What a lever is called where it binds. */
export const LEVER_NAMES: Readonly<Record<Lever, string>> = {
  cr1: 'prospect>mql',
  cr2: 'mql>sql',
  cr3: 'sql>sal',
  cr4: 'sal>won',
  price_realisation: 'price_realisation',
  cr6: 'won>onboarded',
  cr7: 'renewal',
  cr8: 'expansion',
};

export type LeverFactors = { readonly [lever in Lever]?: number | undefined };

export type LeverTest = {
  multiplier: number;
  /** Names of the factors that the cap holds back. */
  capped: string[];
  uncapped_multiplier: number;
};

/** A product that only arithmetic lifts over the cap is not capped. */
const SLACK = 1e-12;

/**
 * What a relative gain on every given factor multiplies the result by, with a cap on each.
 *
 * multiplier = product of max(r, min(cap, r (1 + gain))) / r; uncapped (1 + gain)^n: on seven
 * factors at +10 % 1.9487. A factor already above the cap stays. Factors above 0; CR8 counts as a
 * plain factor. Without factors both are 1. Source: definitions, section 8 (8).
 * @example
 * leverTest({ cr1: 0.2, cr3: 0.95 }, 0.1, 1).multiplier.toFixed(4) // => '1.1579'
 * leverTest({ cr1: 0.2, cr3: 0.95 }, 0.1, 1).capped // => ['sql>sal']
 * leverTest({ cr4: 0.5 }, 1, 1) // => { multiplier: 2, capped: [], uncapped_multiplier: 2 }
 */
export function leverTest(factors: LeverFactors, gain: number, cap: number): LeverTest {
  const capped: string[] = [];
  let multiplier = 1;
  let given = 0;
  for (const lever of LEVERS) {
    const rate = factors[lever];
    if (rate === undefined) continue;
    given += 1;
    const wanted = rate * (1 + gain);
    const isCapped = wanted > cap + SLACK;
    if (isCapped) capped.push(LEVER_NAMES[lever]);
    multiplier *= isCapped ? Math.max(rate, cap) / rate : 1 + gain;
  }
  return { multiplier, capped, uncapped_multiplier: (1 + gain) ** given };
}
