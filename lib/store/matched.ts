import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Match } from '#lib/contract/records.ts';

/** The winning name of the account of a row. */
export function nameOfAccount(orgId: string, alias: 'f' | 'r'): Sql {
  return sql`(select a.name collate "C" from account a
    where a.org_id = ${orgId}::uuid and a.account_id = ${raw(alias)}.account_id
    order by a.version desc, a.arrival desc limit 1)`;
}

/** Whether a row `r` has one of the values of each field; ids and names by a part of them. */
export function matched(orgId: string, match: readonly Match[]): Sql {
  return join([sql`true`, ...match.map((one) => condition(orgId, one))], ' and ');
}

function condition(orgId: string, { field, values }: Match): Sql {
  if (field === 'record_id') return contains(sql`r.record_id`, values);
  if (field === 'text') {
    const own = condition(orgId, { field: 'record_id', values });
    return sql`(${own} or ${condition(orgId, { field: 'account', values })})`;
  }
  if (field === 'account') {
    const name = contains(sql`coalesce(${nameOfAccount(orgId, 'r')}, '')`, values);
    return sql`(${contains(sql`coalesce(r.account_id, '')`, values)} or ${name})`;
  }
  if (field === 'implied') return sql`r.implied::text = any(${values}::text[])`;
  return sql`${raw(`r.${field}`)} = any(${values}::text[])`;
}

function contains(column: Sql, values: readonly string[]): Sql {
  return sql`exists (select from unnest(${[...values]}::text[]) as part
    where position(lower(part) in lower(${column})) > 0)`;
}
