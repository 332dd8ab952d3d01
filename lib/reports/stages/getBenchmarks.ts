import { localDayOf } from '#lib/bowtie/localDay.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { BenchmarksAnswer } from '#lib/contract/benchmarks.ts';
import { listBenchmarks } from '#lib/store/benchmarks.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { sumWins } from '#lib/store/sumWins.ts';
import { pairsOf } from '../composeBowtie.ts';
import type { ReportContext } from '../context.ts';
import { monthsBefore } from '../isoOf.ts';
import { benchmarkOf } from './benchmarkOf.ts';

/** What each conversion is held against today; defaults by the average win of twelve months. */
export async function getBenchmarks(
  { pool, org }: ReportContext,
  now: Date,
): Promise<BenchmarksAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const own = await listBenchmarks(tx);
    const asOf = now.getTime();
    const range = { from: monthsBefore(asOf, 12, org.timeZone), to: asOf + 1 };
    const where = { motion: ['new_business'] };
    const cut = { timeZone: org.timeZone, limits: [] };
    const scope = { ...cut, asOf, rule: 'implied' as const, stages: org.stages, by: null, where };
    const wins = await sumWins(tx, scope, range);
    const amount = sumMoney(wins.map((one) => one.amount));
    const acv = ratio(Number(amount), wins[0]?.wins ?? 0);
    const day = localDayOf(asOf, org.timeZone);
    const benchmarks = pairsOf(org.stages).flatMap(([from, to]) => {
      const found = benchmarkOf(own, { conversion: `${from}>${to}`, day, acv });
      return found === null ? [] : [found];
    });
    return { data: { benchmarks } };
  });
}
