import type { Pool } from 'pg';
import { isUuid } from './inOrg.ts';
import { type Org, orgColumns, orgRow } from './orgs.ts';
import { startRead } from './startRead.ts';

/** The organization's settings, as they are in the snapshot that is held from here on. */
export async function holdOrg(pool: Pool, id: string): Promise<Org | null> {
  if (!isUuid(id)) throw new Error('id must be a uuid');
  const [found] = await startRead(pool, id, [
    `select ${orgColumns.sql} from org where id = '${id}'`,
  ]);
  const row = found?.rows[0];
  return row === undefined ? null : orgRow.parse(row);
}
