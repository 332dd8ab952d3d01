/**
 * The share of heads that is still there after so many months, at a constant pace of leaving.
 * @example
 * headsLeft(0.75, 12) // => 0.25
 * headsLeft(0.75, 6) // => 0.5
 */
export function headsLeft(attrition: number, months: number): number {
  return (1 - attrition) ** (months / 12);
}
