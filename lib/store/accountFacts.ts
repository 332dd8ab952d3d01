import sql from 'sql-template-tag';
import { type Cell, copyRows } from './copyRows.ts';
import type { Tx } from './inOrg.ts';
import { reserveArrivals } from './reserveArrivals.ts';

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
  'account_id',
  'source',
  'version',
  'content_hash',
  'received_at',
  'import_id',
  'line',
  'name',
  'segment',
  'channel',
  'owner',
  'region',
  'arrival',
];

export async function insertAccounts(
  tx: Tx,
  accounts: readonly NewAccount[],
  at: { receivedAt: number; importId: string | null },
): Promise<void> {
  if (accounts.length === 0) return;
  const arrivals = await reserveArrivals(tx, accounts.length);
  const receivedAt = new Date(at.receivedAt).toISOString();
  const rows = accounts.map((account, index): Cell[] => [
    account.accountId,
    account.source,
    account.version,
    account.contentHash,
    receivedAt,
    at.importId,
    account.line,
    account.name,
    account.segment,
    account.channel,
    account.owner,
    account.region,
    account.arrival ?? arrivals[index] ?? null,
  ]);
  await copyRows(tx, 'account', COLUMNS, rows);
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
