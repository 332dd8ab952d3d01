import sql from 'sql-template-tag';
import { z } from 'zod';
import type { ExchangeRate } from '#lib/bowtie/rateTable.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const rateRow = z.strictObject({ currency: z.string(), onDate: z.string(), rate: z.string() });

export async function fxRates(tx: Tx): Promise<ExchangeRate[]> {
  return rows(
    tx,
    rateRow,
    sql`select currency, on_date::text as "onDate", rate::text as rate from fx_rate
      where org_id = ${tx.orgId}::uuid order by currency, on_date`,
  );
}

/** Adds rates; a rate of the same day and currency takes the place of the old one. */
export async function putFxRates(tx: Tx, list: readonly ExchangeRate[]): Promise<void> {
  const put = sql`insert into fx_rate (org_id, currency, on_date, rate)
    select ${tx.orgId}::uuid, currency, day::date, rate::numeric
    from unnest(${list.map((one) => one.currency)}::text[], ${list.map((one) => one.onDate)}::text[],
                ${list.map((one) => one.rate)}::text[]) as given (currency, day, rate)
    on conflict (org_id, currency, on_date) do update set rate = excluded.rate`;
  await tx.client.query({ text: put.text, values: put.values });
}
