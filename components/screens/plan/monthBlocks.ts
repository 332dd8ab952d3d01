const YEAR = 12;

/** The months of a plan by years, each with the place of its first one. */
export function monthBlocks(months: readonly string[]): { from: number; months: string[] }[] {
  return Array.from({ length: Math.ceil(months.length / YEAR) }, (_, i) => {
    return { from: i * YEAR, months: months.slice(i * YEAR, (i + 1) * YEAR) };
  });
}
