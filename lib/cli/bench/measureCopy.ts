import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { BenchServer } from './benchServer.ts';
import { BENCH_COLUMNS } from './writeEventFile.ts';

/** Seconds that Postgres itself needs for the same file into a table with the same indexes. */
export async function measureCopy({ owner, orgId }: BenchServer, file: string): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('create table bare_copy (like stage_event including indexes)');
    const defaults = {
      ...{ org_id: `'${orgId}'`, source: "'file'", version: '0', content_hash: "''", line: '0' },
      ...{ received_at: 'now()', stage_as_written: "''", arrival: '0' },
    };
    for (const [column, value] of Object.entries(defaults)) {
      await client.query(`alter table bare_copy alter column ${column} set default ${value}`);
    }
    const started = performance.now();
    const into = `copy bare_copy (${BENCH_COLUMNS.join(', ')}) from stdin with (format csv, header)`;
    await pipeline(createReadStream(file), client.query(copyFrom(into)));
    const seconds = (performance.now() - started) / 1000;
    await client.query('drop table bare_copy');
    return seconds;
  } finally {
    client.release();
  }
}
