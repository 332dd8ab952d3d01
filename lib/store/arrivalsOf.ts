import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import type { ImportKind } from '#lib/contract/ingest.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const keptRow = z.strictObject({
  identity: z.int(),
  arrival: z.string().transform(BigInt),
  receivedAt: z.number(),
  importId: z.uuid().nullable(),
  line: z.number(),
});

/** A kept row among those that one row may win over; `identity` is its place in the list. */
export type KeptArrival = z.output<typeof keptRow>;

const TABLES = {
  events: { table: 'stage_event', source: 'source', id: 'event_id' },
  contracts: { table: 'contract', source: 'source', id: 'contract_id' },
  // The organization's, not the source's: of all rows of an account one wins.
  accounts: { table: 'account', source: null, id: 'account_id' },
} as const;

export type Identity = { source: string; id: string };

/** When the kept rows of these identities came. */
export async function arrivalsOf(
  tx: Tx,
  kind: ImportKind,
  identities: readonly Identity[],
): Promise<KeptArrival[]> {
  const { table, source, id } = TABLES[kind];
  const same = source === null ? sql`true` : raw(`f.${source} = asked.source`);
  return rows(
    tx,
    keptRow,
    sql`select asked.place::int - 1 as identity, k.arrival::text as arrival,
        round(extract(epoch from k.received_at) * 1000)::float8 as "receivedAt",
        k.import_id as "importId", k.line::float8 as line
      from unnest(${identities.map((one) => one.source)}::text[],
                  ${identities.map((one) => one.id)}::text[])
        with ordinality as asked (source, id, place)
      cross join lateral (
        select f.arrival, f.received_at, f.import_id, f.line from ${raw(table)} f
        where f.org_id = ${tx.orgId}::uuid and ${raw(`f.${id}`)} = asked.id and ${same} offset 0) k`,
  );
}
