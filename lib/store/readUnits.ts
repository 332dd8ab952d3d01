import sql from 'sql-template-tag';
import { z } from 'zod';
import type { ArrStep } from '#lib/bowtie/arrSteps.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, unitPart } from './revenueScope.ts';
import { rows } from './rows.ts';

const unitRow = z.strictObject({ group: z.string(), days: z.string(), arrs: z.string() });

/** The steps of every unit that begins before `until`, by group. */
export async function readUnits(
  tx: Tx,
  scope: RevenueScope,
  until: Day,
): Promise<Map<string, ArrStep[][]>> {
  const { group, filter } = unitPart(scope);
  const found = await rows(
    tx,
    unitRow,
    sql`select ${group} as "group", array_to_string(days, ',') as days,
        array_to_string(arrs, ',') as arrs
      from arr_unit
      where org_id = ${tx.orgId}::uuid and days[1] < ${until}::date ${filter}`,
  );
  const units = new Map<string, ArrStep[][]>();
  for (const { group: name, days, arrs } of found) {
    const own = units.get(name);
    if (own) own.push(toSteps(days, arrs));
    else units.set(name, [toSteps(days, arrs)]);
  }
  return units;
}

export function toSteps(days: string, arrs: string): ArrStep[] {
  const amounts = arrs.split(',');
  return days.split(',').map((day, at) => ({ day, arr: parseCents(amounts[at] ?? '0') }));
}
