import type { Pool } from 'pg';
import type { ExchangeRate } from '#lib/bowtie/rateTable.ts';
import { putFxRates } from '#lib/store/fxRates.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { rebuildOrg } from './rebuildOrg.ts';

/** Adds exchange rates and converts every amount anew. */
export async function loadRates(
  pool: Pool,
  orgId: string,
  rates: readonly ExchangeRate[],
): Promise<{ rates: number; records: number }> {
  await inOrg(pool, orgId, 'write', async (tx) => {
    await lockOrg(tx);
    await putFxRates(tx, rates);
  });
  const { records } = await rebuildOrg(pool, orgId);
  return { rates: rates.length, records };
}
