import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';
import { type Cell, columns, insertRows, rowsOf } from './insertRows.ts';

export type NewAccount = {
  source: string;
  accountId: string;
  version: number;
  contentHash: string;
  name: string | null;
  segment: string | null;
  channel: string | null;
  owner: string | null;
  region: string | null;
  line: number;
  arrival?: string | undefined;
};

export type KeptAccount = {
  source: string;
  account_id: string;
  version: string;
  content_hash: string;
};

export async function keptAccounts(tx: Tx, accountIds: readonly string[]): Promise<KeptAccount[]> {
  const question = sql`select source, account_id, version::text as version, content_hash
    from account where org_id = ${tx.orgId}::uuid and account_id = any(${accountIds}::text[])`;
  const result = await tx.client.query<KeptAccount>({
    text: question.text,
    values: question.values,
  });
  return result.rows;
}

const COLUMNS = [
  ...columns('text', 'account_id', 'source'),
  ...columns('bigint', 'version'),
  ...columns('text', 'content_hash'),
  ...columns('instant', 'received_at'),
  ...columns('uuid', 'import_id'),
  ...columns('bigint', 'line'),
  ...columns('text', 'name', 'segment', 'channel', 'owner', 'region'),
  ...columns('arrival', 'arrival'),
];

export async function insertAccounts(
  tx: Tx,
  accounts: readonly NewAccount[],
  at: { receivedAt: number; importId: string | null },
): Promise<void> {
  if (accounts.length === 0) return;
  const rows = rowsOf(accounts, (account): Cell[] => [
    account.accountId,
    account.source,
    account.version,
    account.contentHash,
    at.receivedAt,
    at.importId,
    account.line,
    account.name,
    account.segment,
    account.channel,
    account.owner,
    account.region,
    account.arrival ?? null,
  ]);
  await insertRows(tx, 'account', COLUMNS, rows);
}

/** Records that any event places with one of these accounts. */
export async function recordsOfAccounts(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
  const question = sql`select distinct found.record_id
    from unnest(${accountIds}::text[]) as asked (id)
    cross join lateral (
      select e.record_id from stage_event e
      where e.org_id = ${tx.orgId}::uuid and e.account_id = asked.id offset 0) found`;
  const result = await tx.client.query<{ record_id: string }>({
    text: question.text,
    values: question.values,
  });
  return result.rows.map((row) => row.record_id);
}
