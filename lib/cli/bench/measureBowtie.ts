import type { BenchServer } from './benchServer.ts';
import { plainSql } from './plainSql.ts';
import { pathOf, type Question, questions } from './questions.ts';

const BUDGET_MS = 60_000;
const MOST_ROUNDS = 5;

type Total = { data: { total: { stages: { stage: string; entries: number }[] } } };
type PlainRow = { stage: string; entries: number };
export type Latencies = { http: number[]; sql: number[] };

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

function entriesOf(rows: readonly PlainRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { stage, entries } of rows) sums.set(stage, (sums.get(stage) ?? 0) + entries);
  return sums;
}

/** A ratio of two different answers would mean nothing. */
function mustAgree(question: Question, answer: Total, rows: readonly PlainRow[]): void {
  const plain = entriesOf(rows);
  for (const { stage, entries } of answer.data.total.stages) {
    if ((plain.get(stage) ?? 0) === entries) continue;
    throw new Error(`${pathOf(question)}: ${stage} ${entries}, by plain SQL ${plain.get(stage)}`);
  }
}

/** Each question once, over HTTP and as plain SQL. */
async function askAll(server: BenchServer, into: Latencies, compare: boolean): Promise<void> {
  const { owner, orgId, ask } = server;
  for (const question of questions()) {
    const http = await timed(() => ask(pathOf(question)) as Promise<Total>);
    const sql = await timed(() => owner.query<PlainRow>(plainSql(orgId, question)));
    if (compare) mustAgree(question, http.value, sql.value.rows);
    into.http.push(http.ms);
    into.sql.push(sql.ms);
  }
}

/**
 * Milliseconds of every question over HTTP and as plain SQL. The first round compares the answers
 * and warms up; where it took longer than the budget, its own times stand, for nothing then is
 * cold for long.
 */
export async function measureBowtie(server: BenchServer): Promise<Latencies> {
  await server.owner.query('vacuum analyze');
  const first: Latencies = { http: [], sql: [] };
  let started = performance.now();
  await askAll(server, first, true);
  if (performance.now() - started > BUDGET_MS) return first;
  const latencies: Latencies = { http: [], sql: [] };
  started = performance.now();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (performance.now() - started > BUDGET_MS) break;
    await askAll(server, latencies, false);
  }
  return latencies;
}
