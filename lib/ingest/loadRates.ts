import type { Pool } from 'pg';
import type { ExchangeRate } from '#lib/bowtie/rateTable.ts';
import type { ApplyDeps } from './rederive/applyChanges.ts';
import { requestChange } from './rederive/requestChange.ts';

/** Adds exchange rates; every amount is converted anew before any is shown. */
export async function loadRates(
  pool: Pool,
  orgId: string,
  rates: readonly ExchangeRate[],
  deps: ApplyDeps & { newId: () => string },
): Promise<{ rates: number; records: number; rederiving: boolean }> {
  const change = { kind: 'rates' as const, rates: [...rates] };
  return { rates: rates.length, ...(await requestChange(pool, orgId, change, deps)) };
}
