import type { BenchServer } from './benchServer.ts';
import { funnelSql } from './funnelSql.ts';
import { type DuckRow, openDuck } from './openDuck.ts';
import { plainSql } from './plainSql.ts';
import { pathOf, type Question, questions, trendPathOf } from './questions.ts';

const BUDGET_MS = 60_000;
const MOST_ROUNDS = 5;

type Total = {
  data: {
    total: {
      stages: { stage: string; entries: number }[];
      conversions: { from: string; approximate: boolean; days: { p50: number | null } }[];
    };
  };
};
type PlainRow = { stage: string; entries: number };

/** Milliseconds of each question over HTTP, and of a rival's answer beside ours to the same one. */
export type Latencies = {
  bowtie: number[];
  trend: number[];
  rivals: Record<'plain SQL' | 'funnel SQL' | 'DuckDB', { own: number[]; ours: number[] }>;
};

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** A ratio of two different answers would mean nothing. */
function mustAgree(question: Question, answer: Total, rows: readonly PlainRow[]): void {
  const sums = new Map<string, number>();
  for (const { stage, entries } of rows) sums.set(stage, (sums.get(stage) ?? 0) + entries);
  for (const { stage, entries } of answer.data.total.stages) {
    const told = sums.get(stage) ?? 0;
    if (told !== entries) throw new Error(`${pathOf(question)}: ${stage} ${entries}, not ${told}`);
  }
}

/** Medians too: exact where we say so, else within one percent. */
function mustAgreeInDays(question: Question, answer: Total, rows: readonly DuckRow[]): void {
  mustAgree(question, answer, rows);
  for (const { from, approximate, days } of answer.data.total.conversions) {
    const wanted = rows.find(({ stage }) => stage === from)?.p50 ?? null;
    const off = Math.abs((days.p50 ?? 0) - (wanted ?? 0)) / (wanted || 1);
    if (off <= (approximate ? 0.01 : 1e-6)) continue;
    throw new Error(`${pathOf(question)}: median of ${from} ${days.p50}, by DuckDB ${wanted}`);
  }
}

/** Rounds of all questions over HTTP; the first one warms up and gives the answers. */
async function askAll({ ask }: BenchServer, paths: readonly string[]) {
  const answers: unknown[] = [];
  for (const path of paths) answers.push(await ask(path));
  const each: number[][] = paths.map(() => []);
  const started = performance.now();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (round > 0 && performance.now() - started > BUDGET_MS) break;
    for (const [at, path] of paths.entries()) {
      each[at]?.push((await timed(() => ask(path))).ms);
    }
  }
  return { answers, each };
}

/**
 * Every question once, in an order that mixes them, until the time is over; ours right beside the
 * rival's, so that whatever else the machine does slows both.
 */
async function rival(
  { ask: askOurs }: BenchServer,
  ask: (question: Question, at: number) => Promise<void>,
): Promise<{ own: number[]; ours: number[] }> {
  const all = questions();
  const found = { own: [] as number[], ours: [] as number[] };
  const started = performance.now();
  for (let step = 0; step < all.length; step += 1) {
    if (step > 2 && performance.now() - started > BUDGET_MS) break;
    // 20 and the number of questions have no common divisor: every one comes, near ones far apart.
    const at = (step * 20) % all.length;
    const question = all[at];
    if (question === undefined) continue;
    found.own.push((await timed(() => ask(question, at))).ms);
    found.ours.push((await timed(() => askOurs(pathOf(question)))).ms);
  }
  return found;
}

/** Everything over HTTP, then each rival with the same questions; answers are compared. */
export async function measureBowtie(server: BenchServer, folder: string): Promise<Latencies> {
  const { owner, orgId } = server;
  await owner.query('vacuum analyze');
  const all = questions();
  const { answers, each } = await askAll(server, all.map(pathOf));
  const trends = await askAll(server, all.map(trendPathOf));
  const plain = await rival(server, async (question, at) => {
    const { rows } = await owner.query<PlainRow>(plainSql(orgId, question));
    mustAgree(question, answers[at] as Total, rows);
  });
  const funnel = await rival(server, async (question) => {
    await owner.query(funnelSql(orgId, question));
  });
  const duck = await openDuck(server, folder);
  for (const question of all.slice(0, 9)) await duck.ask(question);
  const native = await rival(server, async (question, at) => {
    mustAgreeInDays(question, answers[at] as Total, await duck.ask(question));
  });
  duck.close();
  return {
    bowtie: each.flat(),
    trend: trends.each.flat(),
    rivals: { 'plain SQL': plain, 'funnel SQL': funnel, DuckDB: native },
  };
}
