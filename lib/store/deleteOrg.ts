import type { Pool } from 'pg';
import sql from 'sql-template-tag';
import { inOrg } from './inOrg.ts';

/** Every table that carries an organization's rows. */
export const ORG_TABLES = [
  'api_key',
  'idempotency_key',
  'stage_map',
  'fx_rate',
  'person',
  'pod_member',
  'cost',
  'dimension_value',
  'stage_event',
  'account',
  'contract',
  'one_off_revenue',
  'quarantine',
  'intake',
  'stage_remap',
  'rederive',
  'import',
  'upload',
  'mapping',
  'benchmark',
  'stage_criterion',
  'saved_view',
  'view_default',
  'annotation',
  'scenario',
  'scenario_version',
  'publication',
  'count_cell',
  'count_delta',
  'count_stale',
  'stage_entry',
  'record_span',
  'movement',
  'arr_unit',
  'arr_cell',
  'contract_term',
] as const;

/** Removes an organization with every row of it, or nothing. */
export async function deleteOrg(pool: Pool, orgId: string): Promise<void> {
  await inOrg(pool, orgId, 'write', async (tx) => {
    for (const table of ORG_TABLES) {
      await tx.client.query(`delete from ${table} where org_id = $1`, [orgId]);
    }
    const last = sql`delete from org where id = ${orgId}::uuid`;
    await tx.client.query({ text: last.text, values: last.values });
  });
}
