import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '#lib/bowtie/quantile.ts';
import { createRandom } from '#prisma/sample/random.ts';
import { type BenchRow, benchRow } from '../benchRow.ts';
import { type BenchServer, withBenchServer } from '../benchServer.ts';
import { Client } from './Client.ts';
import { EventBodies } from './eventBodies.ts';

const SINGLES_MS = 20_000;
const BATCHES_MS = 60_000;
const BATCH = 500;
const SINGLE_SENDERS = 16;
const BATCH_SENDERS = 3;

type Load = { client: Client; key: string; bodies: EventBodies };

export function percentile(list: readonly number[], p: number): number {
  return (
    quantile(
      list.toSorted((a, b) => a - b),
      p,
    ) ?? Number.NaN
  );
}

/** Sends one body after the other until the time is over; every answer must be a yes. */
async function send(
  { client, key, bodies }: Load,
  { size, until, into }: { size: number; until: number; into: number[] },
): Promise<void> {
  while (performance.now() < until) {
    const answer = await client.send('POST', '/events', key, bodies.take(size));
    if (answer.status !== 200) throw new Error(`POST /events: ${answer.status} ${answer.body}`);
    into.push(answer.ms);
  }
}

type Counted = { data: { total: { stages: { entries: number }[] } } };

/**
 * How long after it is sent an event is in the answer to a question: one batch a second whose
 * product nobody else has is sent, and asked for until it is counted.
 */
async function watchFreshness(load: Load, until: number, into: number[]): Promise<void> {
  const { client, key, bodies } = load;
  for (let probe = 1; performance.now() < until; probe += 1) {
    const product = `probe-${probe}`;
    const started = performance.now();
    const sent = await client.send('POST', '/events', key, bodies.take(5, { product }));
    if (sent.status !== 200) throw new Error(`POST /events: ${sent.status} ${sent.body}`);
    const path = `/bowtie?from=2025-01-01&to=2027-01-01&product=${product}`;
    for (;;) {
      const { status, body } = await client.send('GET', path, key);
      if (status !== 200) throw new Error(`GET /bowtie: ${status} ${body}`);
      const { data } = JSON.parse(body) as Counted;
      if (data.total.stages.some(({ entries }) => entries > 0)) break;
    }
    into.push(performance.now() - started);
    await sleep(1000);
  }
}

async function sendSingles(load: Load): Promise<BenchRow[]> {
  const times: number[] = [];
  const plan = { size: 1, until: performance.now() + SINGLES_MS, into: times };
  await Promise.all(Array.from({ length: SINGLE_SENDERS }, () => send(load, plan)));
  const rate = times.length / (SINGLES_MS / 1000);
  const name = 'POST one event';
  return [
    benchRow(
      { name, size: '20 s', value: rate, unit: 'req/s' },
      { goal: { op: '>=', value: 300 } },
    ),
    benchRow({ name: `${name} p95`, size: '20 s', value: percentile(times, 0.95), unit: 'ms' }),
  ];
}

async function sendBatches(load: Load): Promise<BenchRow[]> {
  const [times, fresh]: [number[], number[]] = [[], []];
  const until = performance.now() + BATCHES_MS;
  const plan = { size: BATCH, until, into: times };
  await Promise.all([
    ...Array.from({ length: BATCH_SENDERS }, () => send(load, plan)),
    watchFreshness(load, until, fresh),
  ]);
  const rate = (times.length * BATCH) / (BATCHES_MS / 1000);
  const name = `POST ${BATCH} events`;
  const goals = [
    { op: '>=', value: 8_000 },
    { op: '<=', value: 1_000 },
  ] as const;
  const freshness = { name: 'freshness p95', value: percentile(fresh, 0.95), unit: 'ms' };
  return [
    benchRow({ name, size: '60 s', value: rate, unit: 'events/s' }, { goal: goals[0] }),
    benchRow({ name: `${name} p95`, size: '60 s', value: percentile(times, 0.95), unit: 'ms' }),
    benchRow({ ...freshness, size: '60 s' }, { goal: goals[1] }),
  ];
}

async function expectAll(server: BenchServer): Promise<void> {
  const found = await server.owner.query<{ differ: number }>(
    `select count(*)::int - count(distinct event_id)::int as differ from stage_event`,
  );
  if (found.rows[0]?.differ !== 0) throw new Error('an event was taken twice');
}

/** Events by HTTP: one at a time, and in batches while somebody looks when they are counted. */
export async function measurePosts(
  root: string,
  tell: (line: string) => void,
): Promise<BenchRow[]> {
  return withBenchServer(join(root, 'bench-posts'), async (server) => {
    const client = new Client(server.base, 64);
    const load = { client, key: server.key, bodies: new EventBodies(createRandom(1)) };
    tell('posts: one by one');
    const singles = await sendSingles(load);
    tell('posts: in batches');
    const batches = await sendBatches(load);
    client.close();
    await expectAll(server);
    return [...singles, ...batches];
  });
}
