import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { to as copyTo } from 'pg-copy-streams';
import type { BenchServer } from './benchServer.ts';
import type { Question } from './questions.ts';

export type DuckRow = { stage: string; entries: number; p50: number | null };
export type Duck = { ask: (question: Question) => Promise<DuckRow[]>; close: () => void };

const ENDED = `case when next_at is not null then next_at
  when churned_at is not null and (outcome_at is null or outcome not in ('lost', 'no_decision')
    or churned_at < outcome_at) and stage in ('won', 'onboarded') then churned_at
  when outcome in ('lost', 'no_decision') then outcome_at end`;

const TYPES = JSON.stringify({
  ...{ entered_at: 'TIMESTAMPTZ', next_at: 'TIMESTAMPTZ', out_of_order_at: 'TIMESTAMPTZ' },
  ...{ churned_at: 'TIMESTAMPTZ', outcome_at: 'TIMESTAMPTZ', amount_reporting: 'DECIMAL(18, 2)' },
}).replaceAll('"', "'");

/** The entries as a native DuckDB table in memory: the derived work is done for it already. */
export async function openDuck(server: BenchServer, folder: string): Promise<Duck> {
  const file = join(folder, 'entries.csv');
  const client = await server.owner.connect();
  try {
    const columns = `stage, entered_at, implied, segment, channel, owner, region, amount_reporting,
      next_at, next_implied, out_of_order_at, churned_at, outcome, outcome_at`;
    const rows = `select ${columns} from stage_entry
      where org_id = '${server.orgId}' and rule in ('both', 'implied') and motion = 'new_business'`;
    const source = client.query(copyTo(`copy (${rows}) to stdout with (format csv, header)`));
    await pipeline(source, createWriteStream(file));
  } finally {
    client.release();
  }
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  await duck.run(`set timezone = 'UTC'`);
  await duck.run(`create table entry as select *, ${ENDED} as ended_at
    from read_csv('${file}', header = true, types = ${TYPES})`);
  await rm(file);
  return {
    ask: (question) => askDuck(duck, question),
    close: () => {
      duck.closeSync();
      instance.closeSync();
    },
  };
}

/** Entries, ends, amounts and quartiles of the days; without the matured rate, which has no SQL. */
async function askDuck(duck: DuckDBConnection, question: Question): Promise<DuckRow[]> {
  const { from, to, where, by } = question;
  const filters = Object.entries(where).map(
    ([dimension, value]) => `and ${dimension} = '${value}'`,
  );
  const reader = await duck.runAndReadAll(`
    select stage, ${by ?? `''`} as grp, count(*)::int as entries,
      count(*) filter (where implied)::int as implied, sum(amount_reporting) as amount,
      count(next_at)::int as advanced,
      count(*) filter (where next_at is null and ended_at is not null)::int as negative,
      count(*) filter (where next_at is not null and out_of_order_at is not null)::int as disorder,
      quantile_cont(epoch(next_at - entered_at) / 86400, [0.25, 0.5, 0.75])
        filter (where next_at is not null and not implied and not next_implied) as days,
      days[2]::double as p50
    from entry where entered_at >= '${from}' and entered_at < '${to}' ${filters.join(' ')}
    group by grouping sets ((1, 2), (1))`);
  return reader.getRowObjects().flatMap(({ stage, grp, entries, p50 }) => {
    // Both sets at once where there are groups: what the answer has as its total.
    if (grp !== null) return by === undefined ? [toRow(stage, entries, p50)] : [];
    return by === undefined ? [] : [toRow(stage, entries, p50)];
  });
}

function toRow(stage: unknown, entries: unknown, p50: unknown): DuckRow {
  return {
    stage: String(stage),
    entries: Number(entries),
    p50: p50 === null ? null : Number(p50),
  };
}
