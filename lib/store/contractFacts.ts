import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';
import { type Cell, columns, insertRows, rowsOf } from './insertRows.ts';

export type NewContract = {
  source: string;
  contractId: string;
  version: number;
  contentHash: string;
  accountId: string;
  startsOn: string;
  endsOn: string | null;
  cancelledOn: string | null;
  arr: string;
  currency: string;
  product: string | null;
  segment: string | null;
  motion: string | null;
  line: number;
  arrival?: string | undefined;
};

export type KeptContract = {
  source: string;
  contract_id: string;
  version: string;
  content_hash: string;
  account_id: string;
};

export async function keptContracts(
  tx: Tx,
  contractIds: readonly string[],
): Promise<KeptContract[]> {
  const question = sql`select source, contract_id, version::text as version, content_hash,
      account_id
    from contract where org_id = ${tx.orgId}::uuid and contract_id = any(${contractIds}::text[])`;
  const result = await tx.client.query<KeptContract>({
    text: question.text,
    values: question.values,
  });
  return result.rows;
}

const COLUMNS = [
  ...columns('text', 'source', 'contract_id'),
  ...columns('bigint', 'version'),
  ...columns('text', 'content_hash'),
  ...columns('instant', 'received_at'),
  ...columns('uuid', 'import_id'),
  ...columns('bigint', 'line'),
  ...columns('text', 'account_id'),
  ...columns('date', 'starts_on', 'ends_on', 'cancelled_on'),
  ...columns('numeric', 'arr'),
  ...columns('text', 'currency', 'product', 'segment', 'motion'),
  ...columns('arrival', 'arrival'),
];

export async function insertContracts(
  tx: Tx,
  contracts: readonly NewContract[],
  at: { receivedAt: number; importId: string | null },
): Promise<void> {
  if (contracts.length === 0) return;
  const rows = rowsOf(contracts, (contract): Cell[] => [
    contract.source,
    contract.contractId,
    contract.version,
    contract.contentHash,
    at.receivedAt,
    at.importId,
    contract.line,
    contract.accountId,
    contract.startsOn,
    contract.endsOn,
    contract.cancelledOn,
    contract.arr,
    contract.currency,
    contract.product,
    contract.segment,
    contract.motion,
    contract.arrival ?? null,
  ]);
  await insertRows(tx, 'contract', COLUMNS, rows);
}

/** The next accounts, by id, that any contract names. */
export async function contractAccountsAfter(
  tx: Tx,
  after: string,
  most: number,
): Promise<string[]> {
  const question = sql`select distinct account_id from contract
    where org_id = ${tx.orgId}::uuid and account_id > ${after} order by account_id limit ${most}`;
  const result = await tx.client.query<{ account_id: string }>({
    ...{ text: question.text, values: question.values },
  });
  return result.rows.map((row) => row.account_id);
}

/** Every account that an import brought a contract of. */
export async function accountsOfImport(tx: Tx, importId: string): Promise<string[]> {
  const question = sql`select distinct account_id from contract
    where org_id = ${tx.orgId}::uuid and import_id = ${importId}::uuid order by account_id`;
  const result = await tx.client.query<{ account_id: string }>({
    ...{ text: question.text, values: question.values },
  });
  return result.rows.map((row) => row.account_id);
}
