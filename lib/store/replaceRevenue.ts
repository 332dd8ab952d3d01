import type { ArrDay, ContractTerm } from '#lib/bowtie/accountRevenue.ts';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { type Cell, copyRows } from './copyRows.ts';
import type { Tx } from './inOrg.ts';

const DAY = [
  ...['account_id', 'unit', 'value', 'day', 'until', 'movement', 'amount', 'arr'],
  ...['channel', 'owner', 'region'],
];
const TERM = [
  ...['source', 'contract_id', 'account_id', 'starts_on', 'until', 'ends_on', 'covers', 'arr'],
  ...['renewed', 'successor_arr', ...DIMENSIONS],
];

export type AccountRevenue = {
  accountId: string;
  dimensions: DimensionValues;
  days: readonly ArrDay[];
  terms: readonly ContractTerm[];
};

/** Puts what was derived in the place of all that was derived before for these accounts. */
export async function replaceRevenue(
  tx: Tx,
  accountIds: readonly string[],
  derived: readonly AccountRevenue[],
): Promise<void> {
  for (const table of ['arr_day', 'contract_term']) {
    // TRICKY: by place, so that no plan reads the whole organization (see winningEvents).
    await tx.client.query(
      `delete from ${table} where org_id = $1::uuid and ctid = any(array(
         select old.ctid from unnest($2::text[]) as asked (id)
         cross join lateral (
           select t.ctid from ${table} t
           where t.org_id = $1::uuid and t.account_id = asked.id offset 0) old))`,
      [tx.orgId, accountIds],
    );
  }
  await copyRows(
    tx,
    'arr_day',
    DAY,
    derived.flatMap((one) => one.days.map((day) => ofDay(one, day))),
  );
  await copyRows(
    tx,
    'contract_term',
    TERM,
    derived.flatMap((one) => one.terms.map(ofTerm)),
  );
}

function ofDay({ accountId, dimensions }: AccountRevenue, one: ArrDay): Cell[] {
  const { channel, owner, region } = dimensions;
  return [
    ...[accountId, one.unit, one.value, one.day, one.until, one.movement],
    ...[formatCents(one.amount), formatCents(one.arr), channel, owner, region],
  ];
}

function ofTerm({ contract, until, covers, renewed, successorArr }: ContractTerm): Cell[] {
  const { source, contractId, accountId, startsOn, endsOn, arr, dimensions } = contract;
  return [
    ...[source, contractId, accountId, startsOn, until, endsOn, covers],
    ...[cents(arr), renewed, cents(successorArr)],
    ...DIMENSIONS.map((dimension) => dimensions[dimension]),
  ];
}

function cents(amount: bigint | null): string | null {
  return amount === null ? null : formatCents(amount);
}
