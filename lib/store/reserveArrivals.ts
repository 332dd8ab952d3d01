import type { Tx } from './inOrg.ts';

/** Rising numbers, one per row to come: the order of arrival inside an organization. */
export async function reserveArrivals(tx: Tx, count: number): Promise<string[]> {
  const result = await tx.client.query<{ numbers: string[] }>(
    `select array_agg(n order by n)::text[] as numbers
     from (select nextval('arrival_seq') as n from generate_series(1, $1::int)) taken`,
    [count],
  );
  return result.rows[0]?.numbers ?? [];
}
