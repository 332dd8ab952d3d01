import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { ArrStep } from '#lib/bowtie/arrSteps.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, unitsTogether } from './revenueScope.ts';

const unitRow = z.tuple([z.boolean(), z.string().nullable(), z.string(), z.string()]);

/** The steps of units: of the total, and of the groups where there are any. */
export type Units = { total: ArrStep[][]; groups: Map<string, ArrStep[][]> };

/**
 * Every unit that begins before `until`. An account that lies in one group is one unit of the total
 * and of that group.
 */
export async function readUnits(tx: Tx, scope: RevenueScope, until: Day): Promise<Units> {
  const { group, filter, isTotal } = unitsTogether(scope);
  const units: Units = { total: [], groups: new Map() };
  const found = await tuples(
    tx,
    sql`select ${isTotal}, ${group}, array_to_string(days, ','), array_to_string(arrs, ',')
      from arr_unit
      where org_id = ${tx.orgId}::uuid and days[1] < ${until}::date ${filter}`,
  );
  for (const row of found) {
    const [whole, name, days, arrs] = unitRow.parse(row);
    const steps = toSteps(days, arrs);
    if (whole) units.total.push(steps);
    if (scope.by === null || name === null) continue;
    const own = units.groups.get(name);
    if (own) own.push(steps);
    else units.groups.set(name, [steps]);
  }
  return units;
}

/** Rows as lists: tens of thousands of them are read a third quicker. */
async function tuples(tx: Tx, { text, values }: Sql): Promise<unknown[]> {
  const result = await tx.client.query({ text, values, rowMode: 'array' });
  return result.rows;
}

/** Money of the database always has two decimals. */
export function toSteps(days: string, arrs: string): ArrStep[] {
  const amounts = arrs.split(',');
  return days.split(',').map((day, at) => {
    return { day, arr: BigInt((amounts[at] ?? '0.00').replace('.', '')) };
  });
}
