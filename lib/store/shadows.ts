import type { Tx } from './inOrg.ts';

/** All that facts and settings make of an organization, but for cells, which follow later. */
const DERIVED = [
  ...['stage_entry', 'record_span', 'movement'],
  ...['arr_unit', 'arr_cell', 'contract_term'],
] as const;
/** Marks that deriving leaves: of a shadow they say nothing. */
const MARKS = ['count_delta', 'count_stale'] as const;

/**
 * From here on the derived tables and the organization itself are empty twins that only this
 * transaction sees: all that derives fills them, while everybody else reads and writes the old.
 *
 * TRICKY: a temporary table stands before the one of the same name for every statement that does
 * not say the schema, and none of ours does.
 */
export async function openShadows(tx: Tx): Promise<void> {
  tx.shadowed = true;
  for (const table of [...DERIVED, ...MARKS]) {
    await tx.client.query(
      `create temp table ${table} (like public.${table} including defaults including indexes)
       on commit drop`,
    );
  }
  await tx.client.query(
    'create temp table org (like public.org including defaults including indexes) on commit drop',
  );
  await tx.client.query('insert into pg_temp.org select * from public.org where id = $1::uuid', [
    tx.orgId,
  ]);
}

/** Puts what was derived in the place of the old; the caller holds the organization's lock. */
export async function swapShadows(tx: Tx): Promise<void> {
  for (const table of DERIVED) {
    await tx.client.query(`delete from public.${table} where org_id = $1::uuid`, [tx.orgId]);
    await tx.client.query(`insert into public.${table} select * from pg_temp.${table}`);
  }
  for (const table of [...DERIVED, ...MARKS, 'org']) {
    await tx.client.query(`drop table pg_temp.${table}`);
  }
}
