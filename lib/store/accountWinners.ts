import sql from 'sql-template-tag';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { Tx } from './inOrg.ts';

type Row = {
  account_id: string;
  segment: string | null;
  channel: string | null;
  owner: string | null;
  region: string | null;
};
type Known = Partial<Record<Dimension, string>>;

/** The dimensions of these accounts: per account the highest version, then the latest arrival. */
export async function accountWinners(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Map<string, Known>> {
  if (accountIds.length === 0) return new Map();
  const question = sql`
    select winner.* from unnest(${accountIds}::text[]) as asked (id)
    cross join lateral (
      select a.account_id, a.segment, a.channel, a.owner, a.region from account a
      where a.org_id = ${tx.orgId}::uuid and a.account_id = asked.id
      order by a.version desc, a.arrival desc limit 1) winner`;
  const result = await tx.client.query<Row>({ text: question.text, values: question.values });
  return new Map(result.rows.map((row) => [row.account_id, known(row)]));
}

function known({ segment, channel, owner, region }: Row): Known {
  return {
    ...(segment === null ? {} : { segment }),
    ...(channel === null ? {} : { channel }),
    ...(owner === null ? {} : { owner }),
    ...(region === null ? {} : { region }),
  };
}
