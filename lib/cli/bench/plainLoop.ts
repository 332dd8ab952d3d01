export type LoopQuestion = { from: string; to: string };
export type PlainLoop = {
  moves: { grp: string | null; month: string; movement: string; amount: string }[];
  bases: { grp: string | null; base: string; net: string; kept: string }[];
};

/** What both statements share: the winning contracts as the steps of every account. */
const STEPS = `
  account_now as (
    select distinct on (account_id) account_id, segment from account
    where org_id = $1 order by account_id, version desc, arrival desc
  ), contract_now as (
    select distinct on (source, contract_id) * from contract
    where org_id = $1 order by source, contract_id, version desc, arrival desc
  ), covered as (
    select account_id, coalesce(c.segment, a.segment, 'unknown') as grp, arr,
      starts_on, least(ends_on, cancelled_on) as until
    from contract_now c left join account_now a using (account_id)
    where starts_on < coalesce(least(ends_on, cancelled_on), 'infinity')
  ), change as (
    select account_id, grp, starts_on as day, arr from covered
    union all
    select account_id, grp, until, -arr from covered where until is not null
  )`;

/**
 * Recurring revenue by month and segment, counted by hand from the contracts: movements of every
 * month, and what retention divides. Knows neither grace days nor currencies, and nothing of
 * renewals, which `GET /bowtie` tells besides.
 */
export function plainArr(orgId: string, { from, to }: LoopQuestion) {
  const text = `with ${STEPS}, net as (
      select grp, account_id, day, sum(arr) as change from change where day <= current_date
      group by grouping sets ((grp, account_id, day), (account_id, day)) having sum(arr) <> 0
    ), step as (
      select *, sum(change) over unit as arr, row_number() over unit as place from net
      window unit as (partition by grp, account_id order by day)
    ), moves as (
      select grp, date_trunc('month', day)::date::text as month,
        case when arr = change then case when place = 1 then 'new' else 'reactivation' end
          when arr = 0 then 'churn' when change > 0 then 'expansion' else 'contraction' end
          as movement, sum(abs(change))::text as amount
      from step where day >= $2::date and day < $3::date group by 1, 2, 3
    ), balance as (
      select grp, sum(change) filter (where day < $2::date) as base,
        coalesce(sum(change) filter (where day < $3::date), 0) as net
      from net group by grp, account_id
    ), bases as (
      select grp, sum(base)::text as base, sum(net)::text as net,
        sum(least(base, net))::text as kept
      from balance where base > 0 group by grp
    )
    select (select json_agg(m) from moves m) as moves, (select json_agg(b) from bases b) as bases`;
  return { text, values: [orgId, from, to] };
}
