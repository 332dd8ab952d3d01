import { PUBLIC_RECREATION, publicBenchmark } from '#lib/bowtie/benchmarkTable.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { BenchmarkAnswer } from '#lib/contract/benchmarks.ts';
import type { BenchmarkRow } from '#lib/store/benchmarks.ts';

/** What holds for a conversion on a day: the newest own value, else the published default. */
export function benchmarkOf(
  own: readonly BenchmarkRow[],
  asked: { conversion: string; day: Day; acv: number | null },
): BenchmarkAnswer | null {
  const { conversion, day, acv } = asked;
  const set = own.find((one) => one.conversion === conversion && one.asOf <= day);
  if (set !== undefined) {
    const { asOf, value, source } = set;
    return { conversion, value, as_of: asOf, source, own: true, band: null };
  }
  const found = publicBenchmark(conversion, acv);
  if (found === null) return null;
  const { source, asOf } = PUBLIC_RECREATION;
  return { conversion, value: found.rate, as_of: asOf, source, own: false, band: found.band };
}
