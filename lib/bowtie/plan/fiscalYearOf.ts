/**
 * The first day of the fiscal year in which a plan starts.
 *
 * Base: the plan's first day and the month (1 to 12) in which fiscal years begin. Units: ISO dates.
 * Edge case: a plan that starts with the fiscal year names its own first day.
 * Source: definitions, section 7 (grain) and section 8.
 * @example
 * fiscalYearOf('2027-01-01', 1) // => '2027-01-01'
 * fiscalYearOf('2027-01-01', 4) // => '2026-04-01'
 */
export function fiscalYearOf(start: string, fiscalStartMonth: number): string {
  const year = Number(start.slice(0, 4));
  const month = Number(start.slice(5, 7));
  const first = month >= fiscalStartMonth ? year : year - 1;
  return `${first}-${String(fiscalStartMonth).padStart(2, '0')}-01`;
}
