import { toCents } from '#lib/bowtie/money.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { OneOffBody, OneOffTaken } from '#lib/contract/oneOff.ts';
import { addDimensionValues, SeenValues } from '#lib/store/addDimensionValues.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { putOneOff } from '#lib/store/oneOffRevenue.ts';
import type { Org } from '#lib/store/orgs.ts';

/** Takes one-off revenue; an id that comes twice in a call would have two meanings. */
export async function takeOneOff(
  tx: Tx,
  org: Org,
  { source, rows }: OneOffBody,
  now: Date,
): Promise<OneOffTaken> {
  const seen = new SeenValues();
  const ids = new Set<string>();
  for (const [index, { revenue_id: id, product }] of rows.entries()) {
    if (ids.has(id)) {
      const message = `comes twice: "${id}"`;
      const path = `rows.${index}.revenue_id`;
      throw new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
    }
    ids.add(id);
    seen.add('product', product ?? null);
  }
  const list = rows.map((row) => ({
    source,
    revenueId: row.revenue_id,
    accountId: row.account_id,
    day: row.day,
    amount: toCents(row.amount),
    currency: row.currency ?? org.currency,
    product: row.product ?? null,
  }));
  const accepted = await putOneOff(tx, list, now);
  await addDimensionValues(tx, seen);
  return { received: rows.length, accepted, duplicates: rows.length - accepted };
}
