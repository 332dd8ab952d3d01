/** The 97.5 % quantile of the normal distribution: two-sided 95 %. */
export const Z95 = 1.959963984540054;

/**
 * Wilson score interval, 95 %, of the rate `advanced / base`; null over an empty base.
 *
 * centre = (p + z^2/2n) / (1 + z^2/n), half = z sqrt(p(1-p)/n + z^2/4n^2) / (1 + z^2/n). Both ends
 * lie in [0, 1]; 0 of n has the lower end 0, n of n the upper end 1, exactly.
 * Source: definitions, section 6 (interval); E. B. Wilson, JASA 22 (1927).
 * @example
 * wilsonInterval(1, 2) // => [0.09453120573423074, 0.9054687942657693]
 * wilsonInterval(4, 4) // => [0.5101091635454027, 1]
 * wilsonInterval(0, 0) // => null
 */
export function wilsonInterval(advanced: number, base: number): [number, number] | null {
  if (base === 0) return null;
  const p = advanced / base;
  const z2 = Z95 * Z95;
  const scale = 1 + z2 / base;
  const centre = (p + z2 / (2 * base)) / scale;
  const half = (Z95 * Math.sqrt((p * (1 - p)) / base + z2 / (4 * base * base))) / scale;
  return [
    advanced === 0 ? 0 : Math.max(0, centre - half),
    advanced === base ? 1 : Math.min(1, centre + half),
  ];
}
