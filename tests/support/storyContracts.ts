import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { contractDimensions, type LoopContract } from '#lib/bowtie/loopContracts.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { RawContract } from './oracleHistory.ts';

/** Posted contracts in the reporting currency, without accounts, as the loop reads them. */
export function loopContracts(raw: readonly RawContract[]): LoopContract[] {
  return raw.map((row) => {
    const known = (value: string | undefined) =>
      value === undefined || value === UNKNOWN ? null : value;
    const own = {
      segment: known(row.segment),
      product: known(row.product),
      motion: known(row.motion),
    };
    return {
      contractId: row.contract_id,
      source: row.source,
      accountId: row.account_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      cancelledOn: row.cancelled_on ?? null,
      arr: parseCents(row.arr),
      product: own.product,
      dimensions: contractDimensions(own, undefined),
    };
  });
}
