import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { simulatePlan } from '#lib/bowtie/plan/simulatePlan.ts';
import { quantile } from '#lib/bowtie/quantile.ts';
import { type BenchRow, benchRow } from '../benchRow.ts';
import { BENCH_EVIDENCE, BENCH_PLAN } from './benchPlan.ts';
import { naiveDecompose, naiveYears } from './naivePlan.ts';

const ROUNDS = 7;
const RUNS = 10_000;
/** The naive years take seconds: fewer of them, and counted up. */
const NAIVE_RUNS = 200;

/** The middle of several rounds, in milliseconds; the first, which compiles, does not count. */
function time(work: () => void): number {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now();
    work();
    if (round > 0) times.push(performance.now() - started);
  }
  return (
    quantile(
      times.sort((a, b) => a - b),
      0.5,
    ) ?? Number.NaN
  );
}

/** A ratio of two different answers would mean nothing. */
function mustAgree(): void {
  const told = decomposePlan(BENCH_PLAN).segments;
  const naive = naiveDecompose(BENCH_PLAN);
  for (const { key, entries } of told) {
    const own = [...naive].filter(([name]) => name.startsWith(`${key} prospect `));
    const sum = own.reduce((all, [, count]) => all + count, 0);
    const off = Math.abs(sum / (entries.prospect ?? Number.NaN) - 1);
    if (!(off < 1e-9)) throw new Error(`decompose ${key}: ${entries.prospect}, naive ${sum}`);
  }
  const uncertainty = { runs: RUNS, seed: 1, evidence: BENCH_EVIDENCE };
  const free = { ...BENCH_PLAN, capacity: [] };
  const mean = Number(simulatePlan(free, uncertainty).mean);
  const plain = naiveYears(free, BENCH_EVIDENCE, NAIVE_RUNS);
  if (Math.abs(mean / plain - 1) > 0.05) throw new Error(`simulate: ${mean}, naive ${plain}`);
}

/** A plan counted back and simulated, beside what one would first write. */
export function measurePlan(): BenchRow[] {
  mustAgree();
  const uncertainty = { runs: RUNS, seed: 1, evidence: BENCH_EVIDENCE };
  const size = '12 x 3 x 5';
  const years = '10k years';
  const naive = {
    name: 'naive decompose',
    size,
    value: time(() => void naiveDecompose(BENCH_PLAN)),
    unit: 'ms',
  };
  const coins = {
    name: 'naive simulate',
    size: years,
    value: (time(() => void naiveYears(BENCH_PLAN, BENCH_EVIDENCE, 20)) * RUNS) / 20,
    unit: 'ms',
  };
  const decompose = time(() => void decomposePlan(BENCH_PLAN));
  const simulate = time(() => void simulatePlan(BENCH_PLAN, uncertainty));
  return [
    benchRow(naive),
    benchRow(
      { name: 'plan decompose', size, value: decompose, unit: 'ms' },
      { against: naive, goal: { op: '<=', value: 5 }, goalOn: 'value' },
    ),
    benchRow(coins),
    benchRow(
      { name: 'plan simulate', size: years, value: simulate, unit: 'ms' },
      { against: coins, goal: { op: '<=', value: 500 }, goalOn: 'value' },
    ),
  ];
}
