/**
 * part / base, or null over an empty base: never 0, never 100 %. Unrounded.
 *
 * The only division of counts in the product. Source: definitions, section 5 (rates).
 * @example
 * ratio(1, 4) // => 0.25
 * ratio(5, 4) // => 1.25
 * ratio(0, 0) // => null
 */
export function ratio(part: number, base: number): number | null {
  return base === 0 ? null : part / base;
}
