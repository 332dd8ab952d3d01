import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import type { Person } from './people.ts';
import { rows } from './rows.ts';

const personRow = z.strictObject({ owner: z.string(), name: z.string(), role: z.string() });

export async function listPeople(tx: Tx): Promise<Person[]> {
  return rows(
    tx,
    personRow,
    sql`select owner, name, role from person where org_id = ${tx.orgId}::uuid order by owner`,
  );
}
