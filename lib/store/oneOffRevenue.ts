import sql, { join, raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type Dimension, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Tx } from './inOrg.ts';
import type { Org } from './orgs.ts';
import type { Filters } from './questionScope.ts';
import { rows } from './rows.ts';

export type OneOff = {
  source: string;
  revenueId: string;
  accountId: string;
  day: string;
  amount: string;
  currency: string;
  product: string | null;
};

/** Adds rows; one with a known id takes the place of the old one. Tells how many are new. */
export async function putOneOff(tx: Tx, list: readonly OneOff[], now: Date): Promise<number> {
  const of = (name: keyof OneOff) => list.map((one) => one[name]);
  const put = sql`insert into one_off_revenue (org_id, source, revenue_id, account_id, day, amount,
      currency, product, received_at)
    select ${tx.orgId}::uuid, g.source, g.id, g.account, g.day::date, g.amount::numeric, g.currency,
      g.product, ${now.toISOString()}::timestamptz
    from unnest(${of('source')}::text[], ${of('revenueId')}::text[], ${of('accountId')}::text[],
      ${of('day')}::text[], ${of('amount')}::text[], ${of('currency')}::text[],
      ${of('product')}::text[]) as g (source, id, account, day, amount, currency, product)
    on conflict (org_id, source, revenue_id) do update set account_id = excluded.account_id,
      day = excluded.day, amount = excluded.amount, currency = excluded.currency,
      product = excluded.product, received_at = excluded.received_at
    where (one_off_revenue.account_id, one_off_revenue.day, one_off_revenue.amount,
      one_off_revenue.currency, one_off_revenue.product) is distinct from (excluded.account_id,
      excluded.day, excluded.amount, excluded.currency, excluded.product)`;
  return (await tx.client.query({ text: put.text, values: put.values })).rowCount ?? 0;
}

const found = z.strictObject({ found: z.boolean() });

/** Whether the organization loads one-off revenue at all. */
export async function hasOneOff(tx: Tx): Promise<boolean> {
  const [row] = await rows(
    tx,
    found,
    sql`select exists (select from one_off_revenue where org_id = ${tx.orgId}::uuid) as found`,
  );
  return row?.found ?? false;
}

const sum = z.strictObject({ day: z.string(), amount: z.string(), unconverted: z.int() });

/** One-off revenue per day in the reporting currency, each amount rounded to the cent once. */
export async function sumOneOff(
  tx: Tx,
  range: DayRange,
  where: Filters,
  org: Told,
): Promise<z.infer<typeof sum>[]> {
  return rows(
    tx,
    sum,
    sql`select r.day::text as day, coalesce(sum(r.converted), 0.00)::text as amount,
        (count(*) filter (where r.converted is null))::int as unconverted
      from (${oneOffRows(tx.orgId, range, where, org)}) r group by r.day order by r.day`,
  );
}

/** The settings with which they are read. */
export type Told = Pick<Org, 'currency' | 'segmentRule'>;

/**
 * The rows of [from, to) with their dimensions: the own product, else the account's; what neither
 * says is unknown. A segment counts as what the rule says; what is sold once is in no band.
 */
export function oneOffRows(
  orgId: string,
  range: DayRange,
  where: Filters,
  { currency, segmentRule }: Told,
): Sql {
  const matches = DIMENSIONS.flatMap((name) => {
    const values = where[name];
    return values === undefined ? [] : [sql`${raw(name)} = any(${[...values]}::text[])`];
  });
  const dimensions = raw(DIMENSIONS.map((name) => `${VALUES[name]} as ${name}`).join(', '));
  const all = sql`select o.source, o.revenue_id, o.account_id, o.day, o.amount, o.currency,
      case when o.currency = ${currency} then o.amount
        else round(o.amount * rate.rate, 2) end as converted, ${dimensions}
    from one_off_revenue o
    left join lateral (
      select coalesce(${JSON.stringify(segmentRule.names)}::jsonb ->> a.segment, a.segment)
        as segment, a.channel, a.owner, a.region from account a
      where a.org_id = o.org_id and a.account_id = o.account_id
      order by a.version desc, a.arrival desc limit 1) a on true
    left join lateral (
      select f.rate from fx_rate f
      where f.org_id = o.org_id and f.currency = o.currency and f.on_date <= o.day
      order by f.on_date desc limit 1) rate on true
    where o.org_id = ${orgId}::uuid and o.day >= ${range.from}::date and o.day < ${range.to}::date`;
  if (matches.length === 0) return all;
  return sql`select * from (${all}) one where ${join(matches, ' and ')}`;
}

const or = (column: string) => `coalesce(${column}, '${UNKNOWN}')`;
const VALUES: Record<Dimension, string> = {
  segment: or('a.segment'),
  channel: or('a.channel'),
  owner: or('a.owner'),
  region: or('a.region'),
  product: or('o.product'),
  pod: `'${UNKNOWN}'::text`,
  motion: `'${UNKNOWN}'::text`,
};
