import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quantile } from '#lib/bowtie/quantile.ts';
import { type BenchRow, benchRow } from './benchRow.ts';
import { BENCH_ORG, type BenchServer, withBenchServer } from './benchServer.ts';
import { type PlainLoop, plainArr } from './plainLoop.ts';
import { runMeasured } from './runMeasured.ts';
import { ACCOUNT_COLUMNS, CONTRACT_COLUMNS, writeContractFiles } from './writeContractFiles.ts';

const CLI = join(import.meta.dirname, '../main.ts');
const CONTRACTS = 100_000;
const RANGE = { from: '2023-01-01', to: '2026-01-01' };
const ROUNDS = 5;

type Answer = {
  data: {
    total: { nrr: number; grr: number; periods: ({ from: string } & Record<string, string>)[] };
  };
};
type Asked = 'arr' | 'sql' | 'bowtie' | 'loop' | 'trend' | 'records';
type File = { kind: string; file: string; columns: readonly string[] };

async function load(server: BenchServer, folder: string, { kind, file, columns }: File) {
  const mapping = join(folder, `${kind}.json`);
  const same = Object.fromEntries(columns.map((name) => [name, name]));
  await writeFile(mapping, JSON.stringify({ columns: same }));
  const words = ['import', '--org', BENCH_ORG, '--kind', kind, '--file', file];
  const place = { DATABASE_URL: server.url, DATA_DIR: join(folder, 'data') };
  return runMeasured(CLI, [...words, '--mapping', mapping], place);
}

/** A ratio of two different answers would mean nothing. */
function mustAgree({ data }: Answer, { bases, moves }: PlainLoop): void {
  for (const { grp, month, movement, amount } of moves) {
    const told = data.total.periods.find(({ from }) => from === month)?.[movement];
    if (grp !== null || told === amount) continue;
    throw new Error(`GET /arr: ${month} ${movement} ${told}, by plain SQL ${amount}`);
  }
  const whole = bases.find(({ grp }) => grp === null);
  const nrr = Number(whole?.net) / Number(whole?.base);
  const grr = Number(whole?.kept) / Number(whole?.base);
  if (Math.abs(nrr - data.total.nrr) + Math.abs(grr - data.total.grr) < 1e-9) return;
  throw new Error(`GET /arr: ${data.total.nrr} ${data.total.grr}, by plain SQL ${nrr} ${grr}`);
}

async function ask({ ask: get, owner, orgId }: BenchServer) {
  await owner.query('vacuum analyze');
  const names: Asked[] = ['arr', 'sql', 'bowtie', 'loop', 'trend', 'records'];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const timed = async <T>(name: Asked, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    times.get(name)?.push(performance.now() - started);
    return value;
  };
  const days = `from=${RANGE.from}&to=${RANGE.to}&by=segment`;
  for (let round = 0; round < ROUNDS; round += 1) {
    const arr = await timed('arr', () => get(`/arr?${days}&grain=month`));
    const sql = await timed('sql', () => owner.query<PlainLoop>(plainArr(orgId, RANGE)));
    await timed('bowtie', () => get(`/bowtie?${days}`));
    await timed('loop', () => get(`/loop?${days}&grain=month`));
    await timed('trend', () => get(`/trend?${days}&grain=month&metric=nrr`));
    await timed('records', () => get(`/records?${days}&renewal=due&limit=100`));
    const [plain] = sql.rows;
    if (plain !== undefined) mustAgree(arr as Answer, plain);
  }
  return (name: Asked) =>
    quantile(times.get(name)?.toSorted((a, b) => a - b) ?? [], 0.5) ?? Number.NaN;
}

/** Recurring revenue of three years by segment beside one statement over the contracts. */
export async function measureLoop(root: string): Promise<BenchRow[]> {
  const folder = join(root, 'bench-loop');
  return withBenchServer(folder, async (server) => {
    await mkdir(folder, { recursive: true });
    const files = { accounts: join(folder, 'a.csv'), contracts: join(folder, 'c.csv') };
    await writeContractFiles(files, CONTRACTS, 1);
    await load(server, folder, {
      kind: 'accounts',
      file: files.accounts,
      columns: ACCOUNT_COLUMNS,
    });
    const contracts = { kind: 'contracts', file: files.contracts, columns: CONTRACT_COLUMNS };
    const { seconds } = await load(server, folder, contracts);
    const half = await ask(server);
    const size = '100k';
    const plain = { name: 'plain SQL arr p50', size, value: half('sql'), unit: 'ms' };
    const goal = { op: '<=', value: 0.1 } as const;
    const beside = (name: string, value: number, asked: { goal?: typeof goal } = {}) =>
      benchRow({ name, size, value, unit: 'ms' }, { against: plain, ...asked });
    return [
      benchRow({ name: 'import contracts', size, value: seconds, unit: 's' }),
      benchRow(plain),
      beside('GET /arr p50', half('arr'), { goal }),
      beside('GET /bowtie loop p50', half('bowtie'), { goal }),
      beside('GET /loop p50', half('loop')),
      beside('GET /trend nrr p50', half('trend')),
      beside('GET /records due p50', half('records')),
    ];
  });
}
