import { migrate } from '#lib/store/migrate.ts';
import { createPool } from '#lib/store/pool.ts';
import { Plain } from '../say.ts';

/** Migrates, then opens one session as the application, so that a wrong role or zone shows now. */
export async function prepareDatabase(url: string): Promise<{ said: string; value: undefined }> {
  let applied: string[];
  try {
    applied = await migrate(url);
  } catch (error) {
    throw new Plain(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const pool = createPool(url, { max: 1 });
  try {
    await pool.query('select count(*) from org');
  } finally {
    await pool.end();
  }
  const said = applied.length === 0 ? 'up to date' : `migrated (${applied.join(', ')})`;
  return { said, value: undefined };
}
