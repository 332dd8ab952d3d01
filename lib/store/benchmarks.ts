import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const benchmarkRow = z.strictObject({
  conversion: z.string(),
  asOf: z.string(),
  value: z.number(),
  source: z.string(),
});
export type BenchmarkRow = z.infer<typeof benchmarkRow>;

/** The organization's own benchmarks, the newest of a conversion first. */
export async function listBenchmarks(tx: Tx): Promise<BenchmarkRow[]> {
  return rows(
    tx,
    benchmarkRow,
    sql`select conversion, as_of::text as "asOf", value::float8 as value, source from benchmark
      where org_id = ${tx.orgId}::uuid order by conversion, as_of desc`,
  );
}

/** Keeps a benchmark; one of the same conversion and day is replaced. */
export async function putBenchmark(tx: Tx, one: BenchmarkRow): Promise<void> {
  const put = sql`insert into benchmark (org_id, conversion, as_of, value, source)
    values (${tx.orgId}::uuid, ${one.conversion}, ${one.asOf}::date, ${one.value}::numeric,
      ${one.source})
    on conflict (org_id, conversion, as_of)
      do update set value = excluded.value, source = excluded.source`;
  await tx.client.query({ text: put.text, values: put.values });
}

/** Removes all own benchmarks of a conversion, so that the default holds again. */
export async function removeBenchmarks(tx: Tx, conversion: string): Promise<void> {
  const remove = sql`delete from benchmark
    where org_id = ${tx.orgId}::uuid and conversion = ${conversion}`;
  await tx.client.query({ text: remove.text, values: remove.values });
}
