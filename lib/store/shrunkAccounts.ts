import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';
import { UNIT_STEPS } from './sumArr.ts';

/** Accounts whose ARR fell, but not to 0, on a day after `since` and up to `last`. */
export async function shrunkAccounts(tx: Tx, since: Day, last: Day): Promise<Set<string>> {
  const found = await rows(
    tx,
    z.strictObject({ id: z.string() }),
    sql`select distinct account_id as id from arr_unit ${UNIT_STEPS}
      where org_id = ${tx.orgId}::uuid and unit = 'total'
        and day > ${since}::date and day <= ${last}::date and arr < before and arr > 0`,
  );
  return new Set(found.map(({ id }) => id));
}
