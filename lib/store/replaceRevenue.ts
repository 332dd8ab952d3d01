import type { AccountRevenue, ArrUnit, ContractTerm } from '#lib/bowtie/accountRevenue.ts';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { Tx } from './inOrg.ts';
import { type Cell, columns, insertRows } from './insertRows.ts';

const UNIT = [
  ...columns('text', 'account_id', 'unit', 'value'),
  ...columns('date[]', 'days'),
  ...columns('numeric[]', 'arrs'),
  ...columns('text', 'segment', 'product', 'motion', 'channel', 'owner', 'region'),
];
const TERM = [
  ...columns('text', 'source', 'contract_id', 'account_id'),
  ...columns('date', 'starts_on', 'until', 'ends_on'),
  ...columns('boolean', 'covers'),
  ...columns('numeric', 'arr'),
  ...columns('boolean', 'renewed'),
  ...columns('date', 'successor_on'),
  ...columns('numeric', 'successor_arr'),
  ...columns('text', ...DIMENSIONS),
];

/** Puts what was derived in the place of all that was derived before for these accounts. */
export async function replaceRevenue(
  tx: Tx,
  accountIds: readonly string[],
  derived: readonly AccountRevenue[],
): Promise<void> {
  for (const table of ['arr_unit', 'contract_term']) {
    await tx.client.query(
      `delete from ${table} where org_id = $1::uuid and account_id = any($2::text[])`,
      [tx.orgId, accountIds],
    );
  }
  await insertRevenue(tx, derived);
}

/** The same where nothing was derived before. */
export async function insertRevenue(tx: Tx, derived: readonly AccountRevenue[]): Promise<void> {
  const units = derived.flatMap((one) => one.units.map((unit) => ofUnit(one, unit)));
  await insertRows(tx, 'arr_unit', UNIT, units);
  const terms = derived.flatMap((one) => one.terms.map((term) => ofTerm(one, term)));
  await insertRows(tx, 'contract_term', TERM, terms);
}

/** Removes all that was derived from the contracts of the organization. */
export async function clearRevenue(tx: Tx): Promise<void> {
  for (const table of ['arr_unit', 'contract_term', 'arr_cell']) {
    await tx.client.query(`delete from ${table} where org_id = $1::uuid`, [tx.orgId]);
  }
}

function ofUnit({ accountId, dimensions }: AccountRevenue, one: ArrUnit): Cell[] {
  const { segment, product, motion } = one.groups;
  const { channel, owner, region } = dimensions;
  const days = one.steps.map(({ day }) => day).join(',');
  const arrs = one.steps.map(({ arr }) => formatCents(arr)).join(',');
  return [
    ...[accountId, one.unit, one.value, `{${days}}`, `{${arrs}}`, segment, product, motion],
    ...[channel, owner, region],
  ];
}

function ofTerm({ accountId }: AccountRevenue, one: ContractTerm): Cell[] {
  return [
    ...[one.source, one.contractId, accountId, one.startsOn, one.until, one.endsOn, one.covers],
    ...[cents(one.arr), one.renewed, one.successorOn, cents(one.successorArr)],
    ...DIMENSIONS.map((dimension) => one.dimensions[dimension]),
  ];
}

function cents(amount: bigint | null): string | null {
  return amount === null ? null : formatCents(amount);
}
